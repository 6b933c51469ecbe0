package org.evergreen.webhook.stripe;

import org.evergreen.webhook.DisputeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/** A dispute was won, lost or dropped. */
final class DisputeClosed extends StripeHandler {

  private final DisputeNews disputes;

  DisputeClosed(DisputeNews disputes) {
    super("charge.dispute.closed");
    this.disputes = disputes;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return disputes.changed(event);
  }
}
