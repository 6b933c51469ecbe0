package org.evergreen.subscription;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;

/**
 * What becomes of subscriptions whose payment has failed for good. Takes part in the transaction of
 * the caller, is safe to repeat, leaves alone what is not past due, and writes a history entry.
 */
public class UnpaidCommands {

  private final SubscriptionChanges changes;
  private final ShopTime time;

  /** The reason of what is done when no attempt to take a payment has succeeded. */
  public static final String NEVER_PAID = "The payment failed at every attempt.";

  UnpaidCommands(SubscriptionChanges changes, ShopTime time) {
    this.changes = changes;
    this.time = time;
  }

  /** It is over now; what it owes is struck out. */
  public void cancel(SubscriptionId id, String note) {
    changes.change(
        Seen.any(id),
        subscription -> subscription.status() != SubscriptionStatus.PAST_DUE,
        subscription -> {
          Cancelling.cancelNow(subscription.timeline(), time, note);
          return new Change(
              time.now(), Actor.schedule(), What.CANCELLED, note, SubscriptionListener::cancelled);
        });
  }

  /**
   * It is paused, with nothing left of a paid term: resuming it takes the payment that was not
   * made.
   *
   * @param cycle that was not paid
   * @param dueAt when that was due
   */
  public void pause(SubscriptionId id, int cycle, Instant dueAt, String note) {
    changes.change(
        Seen.any(id),
        subscription -> subscription.status() != SubscriptionStatus.PAST_DUE,
        subscription -> {
          Timeline timeline = subscription.timeline();
          timeline.nextCycle = cycle;
          timeline.paymentsLeft = timeline.paymentsLeft == null ? null : timeline.paymentsLeft + 1;
          timeline.nextPaymentAt = dueAt;
          timeline.endsAt = null;
          Pausing.pause(timeline, time, Optional.empty());
          return new Change(
              time.now(), Actor.schedule(), What.PAUSED, note, SubscriptionListener::paused);
        });
  }
}
