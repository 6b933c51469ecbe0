/** One small class for each of Stripe's events that the shop acts on. See docs/14-webhooks.md. */
package org.evergreen.webhook.stripe;
