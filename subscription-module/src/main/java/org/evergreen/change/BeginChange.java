package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.Charges;
import org.evergreen.payment.NewCharge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;

/**
 * Writes down a change that is confirmed, in the caller's transaction: with its charge when
 * something is to be paid, scheduled when it waits, made at once otherwise.
 */
final class BeginChange {

  private final LineEdits edits;
  private final ChangeRows rows;
  private final Charges charges;
  private final ApplyChange apply;
  private final Withdrawals withdrawals;
  private final SubscriptionHistory history;
  private final ShopTime time;

  BeginChange(
      LineEdits edits,
      ChangeRows rows,
      Charges charges,
      ApplyChange apply,
      Withdrawals withdrawals,
      SubscriptionHistory history,
      ShopTime time) {
    this.edits = edits;
    this.rows = rows;
    this.charges = charges;
    this.apply = apply;
    this.withdrawals = withdrawals;
    this.history = history;
    this.time = time;
  }

  /** The subscription as it is now; nobody else changes it until the transaction ends. */
  Subscription lock(SubscriptionId id) {
    return edits.lock(id);
  }

  /** Takes a change back that waits; whether it is taken back then. */
  boolean withdraw(SubscriptionId id, ChangeId change, Actor actor) {
    Subscription subscription = edits.lock(id);
    return rows.find(change)
        .filter(row -> row.subscription().equals(id))
        .filter(
            row ->
                row.state() == ChangeState.WITHDRAWN
                    || withdrawals.withdraw(row, subscription, actor))
        .isPresent();
  }

  ChangeRow begin(
      Subscription subscription,
      ChangeRequest request,
      ChangeQuotes.Made made,
      Optional<PaymentMethod> method,
      Actor actor) {
    if (made.quote().toPay().isPositive()) {
      return open(subscription, request, made, method.orElseThrow(), actor);
    }
    if (made.worked().plan().isScheduled()) {
      return schedule(subscription, request, made, actor);
    }
    // Open for as long as this transaction lasts: applying is the same as after a payment.
    ChangeRow row = rows.add(subscription, request, made, ChangeState.OPEN, actor, time.now());
    apply.apply(row, actor, made.quote().quotedAt());
    return rows.find(row.id()).orElseThrow();
  }

  private ChangeRow open(
      Subscription subscription,
      ChangeRequest request,
      ChangeQuotes.Made made,
      PaymentMethod method,
      Actor actor) {
    ChangeRow row = rows.add(subscription, request, made, ChangeState.OPEN, actor, time.now());
    edits.openChange(subscription.id(), row.id().value());
    // With its charge in the same transaction there is no moment at which a crash could leave a
    // change that nobody ever asks to be paid.
    charges.open(
        List.of(
            new NewCharge(
                row.id().reference(),
                ChargePurpose.CHANGE,
                1,
                subscription.customer(),
                method,
                made.quote().toPay(),
                description(row))));
    return row;
  }

  static String description(ChangeRow row) {
    return "Change of subscription " + row.subscription();
  }

  private ChangeRow schedule(
      Subscription subscription, ChangeRequest request, ChangeQuotes.Made made, Actor actor) {
    ChangeRow row = rows.add(subscription, request, made, ChangeState.SCHEDULED, actor, time.now());
    withdrawals.replaced(row, subscription, actor);
    history.append(
        List.of(
            new SubscriptionEvent(
                subscription.id(),
                time.now(),
                actor,
                What.CHANGE_SCHEDULED,
                Optional.of(subscription.status()),
                subscription.status(),
                row.summary())));
    return row;
  }
}
