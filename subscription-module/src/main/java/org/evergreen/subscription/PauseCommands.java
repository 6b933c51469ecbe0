package org.evergreen.subscription;

import java.time.LocalDate;
import java.util.Optional;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;

/**
 * Pausing and resuming. Every command is one transaction, is safe to repeat, and writes a history
 * entry. Each throws {@link UnknownSubscriptionException}, {@link ActionRefusedException} when
 * rules or settings forbid it, and {@link StaleSubscriptionException} when the actor saw something
 * else.
 */
public class PauseCommands {

  private final SubscriptionChanges changes;
  private final SelfServiceRules rules;
  private final DueWork due;
  private final ShopTime time;

  PauseCommands(SubscriptionChanges changes, SelfServiceRules rules, DueWork due, ShopTime time) {
    this.changes = changes;
    this.rules = rules;
    this.due = due;
    this.time = time;
  }

  /**
   * Stops renewals and remembers what is left of the paid term. Pausing what is paused does
   * nothing.
   *
   * @param until day on which it is resumed by itself; empty for no end
   */
  public void pause(Seen seen, Actor actor, Optional<LocalDate> until) {
    changes.change(
        seen,
        subscription -> subscription.status() == SubscriptionStatus.PAUSED,
        subscription -> {
          rules.requirePause(subscription, actor, until);
          Pausing.pause(subscription.timeline(), time, until);
          String note = until.map(date -> "until " + date).orElse("");
          return new Change(time.now(), actor, What.PAUSED, note, SubscriptionListener::paused);
        });
  }

  /** Goes on with renewals. Resuming what renews does nothing. */
  public void resume(Seen seen, Actor actor) {
    changes.change(
        seen,
        subscription -> subscription.status().renews(),
        subscription -> {
          rules.requireResume(subscription);
          return resumed(subscription, actor);
        });
  }

  private Change resumed(Subscription subscription, Actor actor) {
    Pausing.resume(subscription.timeline(), time, Commitments.isAligned(subscription));
    String note =
        subscription.nextPaymentAt().map(at -> "next payment on " + time.dateOf(at)).orElse("");
    return new Change(time.now(), actor, What.RESUMED, note, SubscriptionListener::resumed);
  }

  /**
   * Resumes every subscription whose pause is over, each in a transaction of its own. One that
   * cannot be resumed is logged, tried again the next time, and does not keep the others.
   */
  public void resumeDue() {
    due.each(DueWork.PAUSES, time.now(), this::resumeIfOver);
  }

  private void resumeIfOver(SubscriptionId id) {
    changes.change(
        Seen.any(id),
        subscription ->
            subscription.status() != SubscriptionStatus.PAUSED
                || subscription.pausedUntil().filter(at -> !at.isAfter(time.now())).isEmpty(),
        subscription -> resumed(subscription, Actor.schedule()));
  }
}
