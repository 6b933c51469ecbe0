package org.evergreen.webhook.stripe;

import org.evergreen.webhook.ChargeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/** A payment was given up, by the shop or in the dashboard. */
final class PaymentIntentCanceled extends StripeHandler {

  private final ChargeNews charges;

  PaymentIntentCanceled(ChargeNews charges) {
    super("payment_intent.canceled");
    this.charges = charges;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return charges.moved(event);
  }
}
