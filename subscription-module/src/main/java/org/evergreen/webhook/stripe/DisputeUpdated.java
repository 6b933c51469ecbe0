package org.evergreen.webhook.stripe;

import org.evergreen.webhook.DisputeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/** A dispute moved on, for example because evidence was handed in. */
final class DisputeUpdated extends StripeHandler {

  private final DisputeNews disputes;

  DisputeUpdated(DisputeNews disputes) {
    super("charge.dispute.updated");
    this.disputes = disputes;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return disputes.changed(event);
  }
}
