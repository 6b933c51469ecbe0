package org.evergreen.webhook.stripe;

import org.evergreen.webhook.ChargeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/**
 * A payment was refused: by the bank, by a shopper who did not confirm, or days later for a bank
 * debit.
 */
final class PaymentIntentPaymentFailed extends StripeHandler {

  private final ChargeNews charges;

  PaymentIntentPaymentFailed(ChargeNews charges) {
    super("payment_intent.payment_failed");
    this.charges = charges;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return charges.moved(event);
  }
}
