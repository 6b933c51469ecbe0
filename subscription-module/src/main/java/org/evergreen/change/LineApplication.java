package org.evergreen.change;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEdit;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionLine;

/** Makes a planned change in a subscription's lines and dates, in the caller's transaction. */
final class LineApplication {

  private final LineEdits edits;
  private final OwnSubscriptions own;
  private final LineTerms terms;

  LineApplication(LineEdits edits, OwnSubscriptions own, LineTerms terms) {
    this.edits = edits;
    this.own = own;
    this.terms = terms;
  }

  /**
   * Makes the change.
   *
   * @param at the moment for which it was quoted
   * @return the subscription that holds what was changed
   */
  SubscriptionId apply(ChangeRow change, Actor actor, Instant at) {
    return switch (change.plan().step()) {
      case REPLACE ->
          change.plan().dates().own() ? own.move(change, actor, at) : replace(change, actor, at);
      case ADD -> add(change, actor, at);
      case REMOVE -> remove(change, actor);
      case START_AGAIN -> own.startAgain(change, actor, at);
    };
  }

  private SubscriptionId replace(ChangeRow change, Actor actor, Instant at) {
    PlannedChange plan = change.plan();
    long line = change.request().changedLine().orElseThrow();
    edits.edit(
        change.subscription(),
        actor,
        What.CHANGED,
        change.summary(),
        edit -> {
          edit.replaceLine(line, plan.item().newLine());
          moveDates(edit, plan.dates(), at);
        });
    if (!plan.isScheduled()) {
      terms.keep(line, at, plan.payment());
    }
    return change.subscription();
  }

  private static void moveDates(SubscriptionEdit edit, PlannedChange.Dates dates, Instant at) {
    Subscription subscription = edit.subscription();
    boolean otherInterval = !dates.interval().equals(subscription.interval());
    if (dates.timing() == Timing.CYCLE_STARTS_NOW) {
      edit.restart(at, dates.interval());
    } else if (dates.timing() == Timing.DATE_MOVED) {
      edit.nextPayment(dates.end(), dates.interval());
    } else if (otherInterval) {
      Instant kept = subscription.nextPaymentAt().or(subscription::endsAt).orElse(dates.end());
      edit.nextPayment(kept, dates.interval());
    }
    if (dates.counts()) {
      edit.paymentsLeft(dates.paymentsLeft());
    }
  }

  private SubscriptionId add(ChangeRow change, Actor actor, Instant at) {
    Set<Long> before = lines(edits.lock(change.subscription()));
    edits.edit(
        change.subscription(),
        actor,
        What.CHANGED,
        change.summary(),
        edit -> edit.addLine(change.plan().item().newLine()));
    lines(edits.lock(change.subscription())).stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> terms.keep(line, at, change.plan().payment()));
    return change.subscription();
  }

  private static Set<Long> lines(Subscription subscription) {
    return subscription.lines().stream().map(SubscriptionLine::id).collect(Collectors.toSet());
  }

  private SubscriptionId remove(ChangeRow change, Actor actor) {
    edits.edit(
        change.subscription(),
        actor,
        What.CHANGED,
        change.summary(),
        edit -> edit.removeLine(change.request().changedLine().orElseThrow()));
    return change.subscription();
  }
}
