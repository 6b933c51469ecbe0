/**
 * An HTTP double of Stripe for tests: it keeps books, remembers idempotency keys, checks every
 * request against a schema and misbehaves on demand.
 */
package org.evergreen.payment.stripe.wire;
