package org.evergreen.webhook.stripe;

import org.evergreen.webhook.DisputeNews;
import org.evergreen.webhook.Handled;
import org.evergreen.webhook.WebhookEvent;

/** A cardholder contests a payment at his bank. */
final class DisputeCreated extends StripeHandler {

  private final DisputeNews disputes;

  DisputeCreated(DisputeNews disputes) {
    super("charge.dispute.created");
    this.disputes = disputes;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return disputes.changed(event);
  }
}
