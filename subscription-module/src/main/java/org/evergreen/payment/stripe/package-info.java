/** Stripe as a payment gateway; {@code docs/12-stripe.md} tells what is sent and when. */
package org.evergreen.payment.stripe;
