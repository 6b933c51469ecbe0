package org.evergreen.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What shopper, merchant and calendar do to a subscription. Every command is one transaction, is
 * safe to repeat, and writes one history entry when it changes something.
 */
public class SubscriptionCommands {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionCommands.class);

  private static final int MAX_REASON = 500;

  private final SubscriptionChanges changes;
  private final OverdueEndings endings;
  private final ShopTime time;

  SubscriptionCommands(SubscriptionChanges changes, OverdueEndings endings, ShopTime time) {
    this.changes = changes;
    this.endings = endings;
    this.time = time;
  }

  /**
   * Ends renewals. What is paid for is kept to the end of the term; when nothing is left of it, or
   * a renewal is owed, the subscription is over at once. Cancelling what is cancelled does nothing.
   *
   * @param reason for the merchant, may be empty; cut at 500 characters
   * @throws UnknownSubscriptionException if there is no such subscription
   * @throws TransitionRefusedException if it has expired
   * @throws StaleSubscriptionException if something else changed it at the same moment
   */
  public void cancel(SubscriptionId id, Actor actor, String reason) {
    String note = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
    changes.change(
        id,
        subscription -> {
          if (isCancelled(subscription)) {
            return Optional.empty();
          }
          Instant now = time.now();
          subscription.timeline().cancel(now, note);
          return Optional.of(
              new Change(now, actor, What.CANCELLED, note, SubscriptionListener::cancelled));
        });
  }

  private static boolean isCancelled(Subscription subscription) {
    return subscription.status() == SubscriptionStatus.PENDING_CANCEL
        || subscription.status() == SubscriptionStatus.CANCELLED;
  }

  /**
   * Takes a cancellation back before the end of the term; the old dates hold again. Does nothing
   * for a subscription that renews anyway.
   *
   * @throws UnknownSubscriptionException if there is no such subscription
   * @throws TransitionRefusedException if its term is over, or it does not renew for another reason
   * @throws StaleSubscriptionException if something else changed it at the same moment
   */
  public void undoCancellation(SubscriptionId id, Actor actor) {
    changes.change(
        id,
        subscription -> {
          if (subscription.status().renews()) {
            return Optional.empty();
          }
          Instant now = time.now();
          subscription.timeline().undoCancellation(now);
          return Optional.of(
              new Change(
                  now,
                  actor,
                  What.CANCELLATION_UNDONE,
                  "",
                  SubscriptionListener::cancellationUndone));
        });
  }

  /**
   * Ends every subscription whose term is over, each in a transaction of its own. One that cannot
   * be ended is logged, tried again the next time, and does not keep the others.
   */
  public void endDue() {
    Instant now = time.now();
    SubscriptionId last = new SubscriptionId(0);
    List<SubscriptionId> due = endings.after(last, now);
    while (!due.isEmpty()) {
      due.forEach(this::endAndGoOn);
      last = due.get(due.size() - 1);
      due = endings.after(last, now);
    }
  }

  private void endAndGoOn(SubscriptionId id) {
    try {
      end(id);
    } catch (RuntimeException e) {
      LOG.error("Subscription {} could not be ended; it is tried again with the next run", id, e);
    }
  }

  private void end(SubscriptionId id) {
    changes.change(
        id,
        subscription -> {
          Instant now = time.now();
          if (!subscription.timeline().isOverdueToEnd(now)) {
            return Optional.empty();
          }
          subscription.timeline().end();
          return Optional.of(
              new Change(now, Actor.schedule(), What.ENDED, "", SubscriptionListener::ended));
        });
  }
}
