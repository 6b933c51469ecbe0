package org.evergreen.webhook;

import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.DisputeFacts;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.Gateways;

/** A cardholder contests a payment, or that came to an end: the dispute is kept as it is now. */
public class DisputeNews {

  private final Gateways gateways;
  private final Charges charges;
  private final Disputes disputes;

  DisputeNews(Gateways gateways, Charges charges, Disputes disputes) {
    this.gateways = gateways;
    this.charges = charges;
    this.disputes = disputes;
  }

  /** Keeps the dispute, or moves it forward. */
  public Handled changed(WebhookEvent event) {
    Optional<DisputeFacts> facts = gateways.named(event.gateway()).dispute(event.objectId());
    if (facts.isEmpty()) {
      return new Handled.Unknown("The gateway knows no such dispute.");
    }
    Optional<Charge> charge = charges.byReference(event.gateway(), facts.get().charge());
    if (charge.isEmpty()) {
      return new Handled.Unknown("No charge of this shop is the one that is contested.");
    }
    disputes.record(charge.get(), facts.get());
    return Handled.done();
  }
}
