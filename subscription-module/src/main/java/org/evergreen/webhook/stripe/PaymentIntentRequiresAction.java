package org.evergreen.webhook.stripe;

import org.evergreen.webhook.ChargeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/** A payment waits for the shopper to confirm it with his bank. */
final class PaymentIntentRequiresAction extends StripeHandler {

  private final ChargeNews charges;

  PaymentIntentRequiresAction(ChargeNews charges) {
    super("payment_intent.requires_action");
    this.charges = charges;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return charges.moved(event);
  }
}
