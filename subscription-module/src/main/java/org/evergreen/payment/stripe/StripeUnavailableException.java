package org.evergreen.payment.stripe;

import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import org.evergreen.payment.GatewayUnavailableException;

/** Stripe did not answer, or not to this shop; nothing has changed and it may be tried again. */
public final class StripeUnavailableException extends GatewayUnavailableException {

  private static final long serialVersionUID = 1L;

  StripeUnavailableException(String what, StripeException cause) {
    super(what + ": " + StripeFailures.describe(cause), cause);
  }

  @Override
  public boolean asksForPatience() {
    return getCause() instanceof RateLimitException;
  }
}
