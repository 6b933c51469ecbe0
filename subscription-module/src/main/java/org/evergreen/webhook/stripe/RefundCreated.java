package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.RefundNews;
import org.evergreen.webhook.WebhookEvent;

/** A refund was made, by the shop or in the dashboard. */
final class RefundCreated extends StripeHandler {

  private final RefundNews refunds;

  RefundCreated(RefundNews refunds) {
    super("refund.created");
    this.refunds = refunds;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return refunds.changed(event);
  }
}
