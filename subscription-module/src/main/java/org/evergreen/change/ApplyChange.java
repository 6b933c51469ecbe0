package org.evergreen.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.CreditEntry;
import org.evergreen.subscription.CreditEntry.Reason;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.Workings;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Makes a change for good, once, in the caller's transaction: lines, dates, credit, working. */
final class ApplyChange {

  private final LineApplication lines;
  private final LineEdits edits;
  private final Credits credits;
  private final Workings workings;
  private final ChangeRows rows;
  private final Withdrawals withdrawals;
  private final ShopTime time;

  ApplyChange(
      LineApplication lines,
      LineEdits edits,
      Credits credits,
      Workings workings,
      ChangeRows rows,
      Withdrawals withdrawals,
      ShopTime time) {
    this.lines = lines;
    this.edits = edits;
    this.credits = credits;
    this.workings = workings;
    this.rows = rows;
    this.withdrawals = withdrawals;
    this.time = time;
  }

  /**
   * Makes the change.
   *
   * @param actor who made it, for the history
   * @param at the moment for which it was quoted, or the one at which it was due
   * @return the subscription that holds what was changed
   */
  SubscriptionId apply(ChangeRow change, Actor actor, Instant at) {
    Subscription before = edits.lock(change.subscription());
    if (before.openChange().isPresent()) {
      edits.closeChange(before.id());
    }
    rows.settle(change.id(), ChangeState.APPLIED, time.now(), Optional.empty());
    withdrawals.replaced(change, before, actor);
    SubscriptionId after = lines.apply(change, actor, at);
    enterCredit(change, before, after);
    keepWorking(change, before.id(), after);
    return after;
  }

  private void enterCredit(ChangeRow change, Subscription before, SubscriptionId after) {
    List<CreditEntry> entries = new ArrayList<>();
    String reference = change.id().reference();
    ChangeAmounts amounts = change.plan().amounts();
    // Less than was quoted only if the merchant took credit back meanwhile.
    Money used = smaller(amounts.fromCredit(), before.credit());
    add(entries, before.id(), used.negated(), Reason.CHANGE, reference + "-paid");
    add(entries, after, amounts.credited(), Reason.CHANGE, reference);
    if (change.plan().step() == PlannedChange.Step.START_AGAIN) {
      Money rest = before.credit().minus(used);
      add(entries, before.id(), rest.negated(), Reason.RESUBSCRIBED, reference);
      add(entries, after, rest, Reason.RESUBSCRIBED, reference);
    }
    credits.enter(entries);
  }

  private static Money smaller(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static void add(
      List<CreditEntry> entries,
      SubscriptionId subscription,
      Money amount,
      Reason reason,
      String reference) {
    if (!amount.isZero()) {
      entries.add(new CreditEntry(subscription, amount, reason, reference));
    }
  }

  private void keepWorking(ChangeRow change, SubscriptionId before, SubscriptionId after) {
    workings.keep(before, change.id().reference(), change.working());
    if (!after.equals(before)) {
      workings.keep(after, change.id().reference(), change.working());
    }
  }
}
