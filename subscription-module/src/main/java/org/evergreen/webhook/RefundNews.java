package org.evergreen.webhook;

import org.evergreen.payment.Refunds;

/**
 * Money was given back, or that came to an end: each refund is booked once, whether the shop asked
 * for it or somebody made it in the gateway's dashboard.
 */
public class RefundNews {

  private final Refunds refunds;

  RefundNews(Refunds refunds) {
    this.refunds = refunds;
  }

  /** Books the refunds behind the event's object as the gateway has them now. */
  public Handled changed(WebhookEvent event) {
    return refunds.adopt(event.gateway(), event.objectId()).isEmpty()
        ? new Handled.Unknown("Nothing was given back out of a payment of this shop.")
        : Handled.done();
  }
}
