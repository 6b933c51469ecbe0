package org.evergreen.webhook.stripe;

import org.evergreen.payment.stripe.StripeGateway;
import org.evergreen.webhook.WebhookHandler;

/** What the handlers of Stripe's events have in common. */
abstract class StripeHandler implements WebhookHandler {

  private final String type;

  StripeHandler(String type) {
    this.type = type;
  }

  @Override
  public final String gateway() {
    return StripeGateway.NAME;
  }

  @Override
  public final String type() {
    return type;
  }
}
