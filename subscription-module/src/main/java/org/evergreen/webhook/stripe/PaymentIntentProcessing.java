package org.evergreen.webhook.stripe;

import org.evergreen.webhook.ChargeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/** A payment is under way; for a bank debit that takes days. */
final class PaymentIntentProcessing extends StripeHandler {

  private final ChargeNews charges;

  PaymentIntentProcessing(ChargeNews charges) {
    super("payment_intent.processing");
    this.charges = charges;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return charges.moved(event);
  }
}
