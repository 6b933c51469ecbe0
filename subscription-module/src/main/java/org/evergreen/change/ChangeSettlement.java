package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the outcome of a charge means for its change. Part of the transaction that settles the
 * charge, whoever learned of the outcome, so that a change is made once and only when it is paid.
 */
final class ChangeSettlement implements ChargeListener {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeSettlement.class);

  private static final String TOO_LATE =
      "The subscription had changed by the time the payment was confirmed; it is paid back";
  private static final String PAID_BACK = " The payment is paid back";

  private final ChangeRows rows;
  private final LineEdits edits;
  private final LimitRules limits;
  private final ApplyChange apply;
  private final Withdrawals withdrawals;
  private final Supplier<Stream<ChangeListener>> listeners;

  ChangeSettlement(
      ChangeRows rows,
      LineEdits edits,
      LimitRules limits,
      ApplyChange apply,
      Withdrawals withdrawals,
      Supplier<Stream<ChangeListener>> listeners) {
    this.rows = rows;
    this.edits = edits;
    this.limits = limits;
    this.apply = apply;
    this.withdrawals = withdrawals;
    this.listeners = listeners;
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
    Optional<String> obstacle = obstacle(row, subscription);
    if (obstacle.isEmpty()) {
      apply.apply(row, row.askedBy(), row.plan().dates().from());
      return;
    }
    LOG.warn("Change {} was paid too late to be made; the payment is given back", row.id());
    edits.closeChange(subscription.id());
    rows.payBack(row.id(), true);
    withdrawals.refuse(row, subscription, Actor.gateway(), obstacle.get());
    ChangeView view = rows.find(row.id()).orElseThrow().view();
    listeners.get().forEach(listener -> listener.refused(view, subscription));
  }

  /** Why it is not made although it is paid; empty when nothing is in the way. */
  private Optional<String> obstacle(ChangeRow row, Subscription subscription) {
    return fits(row, subscription)
        ? limits.refusal(row, subscription).map(sentence -> sentence + PAID_BACK)
        : Optional.of(TOO_LATE);
  }

  /** Whether it would still do what was quoted. */
  private static boolean fits(ChangeRow row, Subscription subscription) {
    SubscriptionStatus status = subscription.status();
    if (row.plan().step() == PlannedChange.Step.START_AGAIN) {
      return status.isOver() || status == SubscriptionStatus.PENDING_CANCEL;
    }
    return row.standing().map(Standing.fingerprint(subscription)::equals).orElse(!status.isOver());
  }

  private static String why(Charge charge) {
    return charge.state() == ChargeState.CANCELED
        ? "The payment was not confirmed with the bank"
        : charge.decline().map(Decline::message).orElse("The payment was refused");
  }
}
