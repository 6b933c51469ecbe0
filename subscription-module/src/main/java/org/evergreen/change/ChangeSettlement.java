package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the outcome of a charge means for its change. Part of the transaction that settles the
 * charge, whoever learned of the outcome, so that a change is made once and only when it is paid.
 */
final class ChangeSettlement implements ChargeListener {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeSettlement.class);

  private final ChangeRows rows;
  private final LineEdits edits;
  private final ApplyChange apply;
  private final Withdrawals withdrawals;

  ChangeSettlement(ChangeRows rows, LineEdits edits, ApplyChange apply, Withdrawals withdrawals) {
    this.rows = rows;
    this.edits = edits;
    this.apply = apply;
    this.withdrawals = withdrawals;
  }

  @Override
  public void settled(List<Charge> charges) {
    for (Charge charge : charges) {
      if (charge.purpose() == ChargePurpose.CHANGE) {
        ChangeId.of(charge.subject()).ifPresent(change -> settle(change, charge));
      }
    }
  }

  private void settle(ChangeId id, Charge charge) {
    Optional<ChangeRow> found = rows.find(id);
    if (found.isEmpty()) {
      LOG.error("{} pays change {}, which does not exist", charge, id);
      return;
    }
    Subscription subscription = edits.lock(found.get().subscription());
    ChangeRow row = rows.find(id).orElseThrow();
    if (row.state() != ChangeState.OPEN) {
      return;
    }
    if (charge.state() == ChargeState.SUCCEEDED) {
      paid(row, subscription);
    } else if (charge.state() == ChargeState.DECLINED || charge.state() == ChargeState.CANCELED) {
      edits.closeChange(subscription.id());
      withdrawals.refuse(row, subscription, Actor.gateway(), why(charge));
    }
  }

  private void paid(ChangeRow row, Subscription subscription) {
    boolean startsAgain = row.plan().step() == PlannedChange.Step.START_AGAIN;
    if (subscription.status().isOver() && !startsAgain) {
      LOG.error("Change {} was paid after its subscription had ended; refund it", row.id());
      edits.closeChange(subscription.id());
      withdrawals.refuse(
          row,
          subscription,
          Actor.gateway(),
          "It was paid after the subscription had ended; consider a refund");
      return;
    }
    apply.apply(row, row.askedBy(), row.plan().dates().from());
  }

  private static String why(Charge charge) {
    return charge.state() == ChargeState.CANCELED
        ? "The bank wanted the shopper to confirm the payment"
        : charge.decline().map(Decline::message).orElse("The payment was refused");
  }
}
