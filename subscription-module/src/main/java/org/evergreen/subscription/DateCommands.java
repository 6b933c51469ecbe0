package org.evergreen.subscription;

import java.time.LocalDate;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;

/**
 * Skipping and moving payments. Every command is one transaction and writes a history entry. Each
 * throws {@link UnknownSubscriptionException}, {@link ActionRefusedException} when rules or
 * settings forbid it, and {@link StaleSubscriptionException} when the actor saw something else.
 */
public class DateCommands {

  private final SubscriptionChanges changes;
  private final SelfServiceRules rules;
  private final SubscriptionHistory history;
  private final ShopTime time;

  DateCommands(
      SubscriptionChanges changes,
      SelfServiceRules rules,
      SubscriptionHistory history,
      ShopTime time) {
    this.changes = changes;
    this.rules = rules;
    this.history = history;
    this.time = time;
  }

  /**
   * Leaves the next payment out. With the same {@link Seen#of} it skips one payment, however often
   * it is repeated.
   */
  public void skipNext(Seen seen, Actor actor) {
    changes.change(
        seen,
        subscription -> seen.isOneBehind(subscription) && wasSkippedLast(subscription, actor),
        subscription -> {
          rules.requireSkip(subscription, actor);
          LocalDate skipped = time.dateOf(subscription.nextPaymentAt().orElseThrow());
          Moving.skip(subscription.timeline(), time);
          String note =
              "the payment of " + skipped + "; the next one is on " + nextDate(subscription);
          return new Change(
              time.now(), actor, What.SKIPPED, note, SubscriptionListener::nextPaymentMoved);
        });
  }

  private boolean wasSkippedLast(Subscription subscription, Actor actor) {
    return history
        .latest(subscription.id())
        .filter(event -> event.what() == What.SKIPPED && event.actor().equals(actor))
        .isPresent();
  }

  /**
   * Moves the next payment to another day. Moving it to the day on which it is, does nothing.
   *
   * @param to a day of the shop
   */
  public void moveNextPayment(Seen seen, Actor actor, LocalDate to, DateMove move) {
    changes.change(
        seen,
        subscription -> isThere(subscription, to, move),
        subscription -> {
          rules.requireMove(subscription, actor, to, move);
          LocalDate from = time.dateOf(subscription.nextPaymentAt().orElseThrow());
          Moving.move(subscription.timeline(), time, to, move);
          String reach = move == DateMove.ONCE ? "" : ", and all later ones with it";
          String note = "from " + from + " to " + to + reach;
          return new Change(
              time.now(), actor, What.DATE_MOVED, note, SubscriptionListener::nextPaymentMoved);
        });
  }

  private boolean isThere(Subscription subscription, LocalDate to, DateMove move) {
    boolean sameDay = subscription.nextPaymentAt().map(time::dateOf).filter(to::equals).isPresent();
    return sameDay
        && subscription.status().renews()
        && (move == DateMove.ONCE || followsFrom(subscription, to));
  }

  /** Whether the later dates are counted from this day already. */
  private boolean followsFrom(Subscription subscription, LocalDate day) {
    return time.dateOf(subscription.schedule(time.zone()).payment(subscription.nextCycle()))
        .equals(day);
  }

  private LocalDate nextDate(Subscription subscription) {
    return time.dateOf(subscription.nextPaymentAt().orElseThrow());
  }
}
