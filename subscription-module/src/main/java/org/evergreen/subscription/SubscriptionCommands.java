package org.evergreen.subscription;

import java.util.EnumSet;
import java.util.Set;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;

/**
 * How subscriptions end. Every command is one transaction, is safe to repeat, and writes one
 * history entry when it changes something.
 */
public class SubscriptionCommands {

  private static final Set<SubscriptionStatus> CANCELLED_ALREADY =
      EnumSet.of(SubscriptionStatus.PENDING_CANCEL, SubscriptionStatus.CANCELLED);

  private final SubscriptionChanges changes;
  private final SelfServiceRules rules;
  private final DueWork due;
  private final ShopTime time;

  SubscriptionCommands(
      SubscriptionChanges changes, SelfServiceRules rules, DueWork due, ShopTime time) {
    this.changes = changes;
    this.rules = rules;
    this.due = due;
    this.time = time;
  }

  /** As {@link #cancel(Seen, Actor, String)}, whatever was seen. */
  public void cancel(SubscriptionId id, Actor actor, String reason) {
    cancel(Seen.any(id), actor, reason);
  }

  /**
   * Ends renewals. What is paid for is kept to the end of the term; when nothing is left of it, or
   * a renewal is owed, the subscription is over at once. A shopper who is late for the notice that
   * he agreed to makes one more payment. Cancelling what is cancelled does nothing.
   *
   * @param reason for the merchant, may be empty; cut at 500 characters
   * @throws UnknownSubscriptionException if there is no such subscription
   * @throws ActionRefusedException if it has expired, or the shopper may not cancel yet
   * @throws StaleSubscriptionException if something else changed it
   */
  public void cancel(Seen seen, Actor actor, String reason) {
    changes.change(
        seen,
        subscription -> CANCELLED_ALREADY.contains(subscription.status()),
        subscription -> {
          rules.requireCancel(subscription, actor);
          Cancelling.cancel(
              subscription.timeline(),
              time,
              reason,
              Commitments.isAligned(subscription),
              Commitments.noticeDays(subscription, actor));
          return cancelled(actor, reason);
        });
  }

  /**
   * Ends it now, whatever was paid for; what it still owes is struck out.
   *
   * @throws UnknownSubscriptionException if there is no such subscription
   * @throws ActionRefusedException if it has expired, or the actor is a shopper
   * @throws StaleSubscriptionException if something else changed it
   */
  public void cancelNow(Seen seen, Actor actor, String reason) {
    changes.change(
        seen,
        subscription -> subscription.status() == SubscriptionStatus.CANCELLED,
        subscription -> {
          rules.requireCancelNow(subscription, actor);
          Cancelling.cancelNow(subscription.timeline(), time, reason);
          return cancelled(actor, reason);
        });
  }

  private Change cancelled(Actor actor, String reason) {
    String note = Cancelling.shortened(reason);
    return new Change(time.now(), actor, What.CANCELLED, note, SubscriptionListener::cancelled);
  }

  /** As {@link #undoCancellation(Seen, Actor)}, whatever was seen. */
  public void undoCancellation(SubscriptionId id, Actor actor) {
    undoCancellation(Seen.any(id), actor);
  }

  /**
   * Takes a cancellation back before the end of the term; the old dates hold again. Does nothing
   * for a subscription that renews anyway.
   *
   * @throws UnknownSubscriptionException if there is no such subscription
   * @throws ActionRefusedException if its term is over, or it does not renew for another reason
   * @throws StaleSubscriptionException if something else changed it
   */
  public void undoCancellation(Seen seen, Actor actor) {
    changes.change(
        seen,
        subscription -> subscription.status().renews(),
        subscription -> {
          rules.requireUndoCancellation(subscription);
          Cancelling.undo(subscription.timeline(), time.now());
          return new Change(
              time.now(),
              actor,
              What.CANCELLATION_UNDONE,
              "",
              SubscriptionListener::cancellationUndone);
        });
  }

  /**
   * Ends every subscription whose term is over, each in a transaction of its own. One that cannot
   * be ended is logged, tried again the next time, and does not keep the others.
   */
  public void endDue() {
    due.each(DueWork.ENDINGS, time.now(), this::end);
  }

  private void end(SubscriptionId id) {
    changes.change(
        Seen.any(id),
        subscription -> !subscription.timeline().isOverdueToEnd(time.now()),
        subscription -> {
          subscription.timeline().end();
          return new Change(
              time.now(), Actor.schedule(), What.ENDED, "", SubscriptionListener::ended);
        });
  }
}
