package org.evergreen.webhook.stripe;

import org.evergreen.webhook.ChargeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/**
 * A payment went through: at once, after the shopper confirmed it, or days later for a bank debit.
 */
final class PaymentIntentSucceeded extends StripeHandler {

  private final ChargeNews charges;

  PaymentIntentSucceeded(ChargeNews charges) {
    super("payment_intent.succeeded");
    this.charges = charges;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return charges.paid(event);
  }
}
