package org.evergreen.webhook;

import org.evergreen.payment.Disputes;

/** A cardholder contests a payment, or that came to an end: the dispute is kept as it is now. */
public class DisputeNews {

  private final Disputes disputes;

  DisputeNews(Disputes disputes) {
    this.disputes = disputes;
  }

  /** Keeps the dispute, or moves it forward. */
  public Handled changed(WebhookEvent event) {
    return disputes.refresh(event.gateway(), event.objectId()).isEmpty()
        ? new Handled.Unknown("No payment of this shop is contested with this dispute.")
        : Handled.done();
  }
}
