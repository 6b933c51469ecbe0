package org.evergreen.payment.stripe;

/** Stripe did not answer, or not to this shop; nothing has changed and it may be tried again. */
public final class StripeUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StripeUnavailableException(String what, com.stripe.exception.StripeException cause) {
    super(what + ": " + StripeFailures.describe(cause), cause);
  }
}
