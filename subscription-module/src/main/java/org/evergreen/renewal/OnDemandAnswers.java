package org.evergreen.renewal;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;

/** Where a group stands, as the answer to somebody who asked for its payment. */
final class OnDemandAnswers {

  private static final String REFUSED = "The payment was refused.";
  private static final String NOTHING_OWED = "Nothing is owed for this renewal any more.";
  private static final String WAITS = "Please choose a payment method for this renewal.";

  private OnDemandAnswers() {}

  static OnDemandResult of(RenewalGroupView group) {
    Optional<Charge> last = last(group.charges());
    return switch (group.status()) {
      case PAID -> new OnDemandResult.Paid(group.orderNumber());
      case OPEN -> new OnDemandResult.Unanswered();
      case CANCELED -> new OnDemandResult.Refused(NOTHING_OWED);
      case WAITING ->
          last.filter(charge -> charge.state() == ChargeState.ACTION_REQUIRED).isPresent()
              ? new OnDemandResult.NeedsShopper()
              : new OnDemandResult.Refused(WAITS);
      case UNPAID ->
          new OnDemandResult.Declined(
              last.flatMap(Charge::decline).map(Decline::message).orElse(REFUSED));
    };
  }

  /** The same of a renewal that was asked for before it was due: not paid, it is canceled. */
  static OnDemandResult early(RenewalGroupView group) {
    Optional<Decline> decline = last(group.charges()).flatMap(Charge::decline);
    return group.status() == RenewalGroupStatus.CANCELED
        ? new OnDemandResult.Declined(decline.map(Decline::message).orElse(REFUSED))
        : of(group);
  }

  private static Optional<Charge> last(List<Charge> charges) {
    return charges.isEmpty() ? Optional.empty() : Optional.of(charges.get(charges.size() - 1));
  }
}
