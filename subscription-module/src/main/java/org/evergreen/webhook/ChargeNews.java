package org.evergreen.webhook;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.GatewayCalls;
import org.evergreen.payment.LookUp;

/** Something happened to a payment: the charge is settled as the gateway has it now. */
public class ChargeNews {

  private static final String NOT_OURS =
      "No charge of this shop has this reference, or none has it yet.";

  private final GatewayCalls gateway;
  private final Charges charges;
  private final ChargeSettlement settlement;

  ChargeNews(GatewayCalls gateway, Charges charges, ChargeSettlement settlement) {
    this.gateway = gateway;
    this.charges = charges;
    this.settlement = settlement;
  }

  /** A charge has moved, in whatever way. One that is over here is not read again. */
  public Handled moved(WebhookEvent event) {
    Optional<Charge> charge = charges.byReference(event.gateway(), event.objectId());
    if (charge.isEmpty()) {
      return new Handled.Unknown(NOT_OURS);
    }
    return charge.get().state().isFinal() ? Handled.done() : settled(charge.get());
  }

  /**
   * A charge was paid. One that is over here without having been paid is read again: should the
   * gateway really have taken the money, the merchant has to know.
   */
  public Handled paid(WebhookEvent event) {
    Optional<Charge> charge = charges.byReference(event.gateway(), event.objectId());
    if (charge.isEmpty()) {
      return new Handled.Unknown(NOT_OURS);
    }
    return charge.get().state() == ChargeState.SUCCEEDED ? Handled.done() : settled(charge.get());
  }

  private Handled settled(Charge charge) {
    LookUp now = gateway.lookUp(List.of(charge)).get(0);
    if (now instanceof LookUp.Unavailable unavailable) {
      return new Handled.NotYet(unavailable.detail());
    }
    if (now instanceof LookUp.NotFound) {
      return new Handled.Unknown("The gateway no longer knows this payment.");
    }
    ChargeOutcome outcome = ((LookUp.Found) now).outcome();
    settlement.settle(List.of(new ChargeResult(charge.id(), outcome)));
    ChargeState state = charges.find(charge.id()).orElseThrow().state();
    boolean tooLate = outcome instanceof ChargeOutcome.Succeeded && state != ChargeState.SUCCEEDED;
    return tooLate ? paidTooLate(charge, state) : Handled.done();
  }

  private static Handled paidTooLate(Charge charge, ChargeState state) {
    return new Handled.NeedsAPerson(
        "The gateway took "
            + charge.amount()
            + " for charge "
            + charge.id()
            + ", which is "
            + state
            + " here. Give the money back at the gateway, or come to terms with the customer.");
  }
}
