package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.RefundNews;
import org.evergreen.webhook.WebhookEvent;

/** Money was given back out of a payment; all refunds out of it are read. */
final class ChargeRefunded extends StripeHandler {

  private final RefundNews refunds;

  ChargeRefunded(RefundNews refunds) {
    super("charge.refunded");
    this.refunds = refunds;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return refunds.changed(event);
  }
}
