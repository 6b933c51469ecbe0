/** Webhooks as Stripe would send them, and what the shop makes of them. */
package org.evergreen.webhook;
