package org.evergreen.webhook;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.RefundFacts;
import org.evergreen.payment.Refunds;

/**
 * Money was given back, or that came to an end: each refund is booked once, whether the shop asked
 * for it or somebody made it in the gateway's dashboard.
 */
public class RefundNews {

  private final Gateways gateways;
  private final Charges charges;
  private final Refunds refunds;

  RefundNews(Gateways gateways, Charges charges, Refunds refunds) {
    this.gateways = gateways;
    this.charges = charges;
    this.refunds = refunds;
  }

  /** Books the refunds behind the event's object as the gateway has them now. */
  public Handled changed(WebhookEvent event) {
    List<RefundFacts> facts = gateways.named(event.gateway()).refunds(event.objectId());
    if (facts.isEmpty()) {
      return new Handled.Unknown("The gateway knows no such refund.");
    }
    for (RefundFacts refund : facts) {
      Optional<Charge> charge = charges.byReference(event.gateway(), refund.charge());
      if (charge.isEmpty()) {
        return new Handled.Unknown("No charge of this shop is the one that was refunded.");
      }
      refunds.adopt(charge.get(), refund);
    }
    return Handled.done();
  }
}
