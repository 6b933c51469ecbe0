package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.RefundNews;
import org.evergreen.webhook.WebhookEvent;

/** A refund did not arrive; the money is with the shop again. */
final class RefundFailed extends StripeHandler {

  private final RefundNews refunds;

  RefundFailed(RefundNews refunds) {
    super("refund.failed");
    this.refunds = refunds;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return refunds.changed(event);
  }
}
