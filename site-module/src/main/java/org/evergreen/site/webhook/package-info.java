/** Where payment gateways send their webhooks to. See docs/14-webhooks.md. */
package org.evergreen.site.webhook;
