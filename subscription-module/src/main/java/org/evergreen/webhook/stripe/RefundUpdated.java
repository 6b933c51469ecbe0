package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.RefundNews;
import org.evergreen.webhook.WebhookEvent;

/** A refund moved on, for example from pending to paid out. */
final class RefundUpdated extends StripeHandler {

  private final RefundNews refunds;

  RefundUpdated(RefundNews refunds) {
    super("refund.updated");
    this.refunds = refunds;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return refunds.changed(event);
  }
}
