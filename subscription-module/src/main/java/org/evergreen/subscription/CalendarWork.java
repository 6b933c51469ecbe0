package org.evergreen.subscription;

/**
 * What the calendar alone does to subscriptions, all of it safe to repeat: pauses end, terms end,
 * first orders that nobody paid are given up.
 */
public class CalendarWork {

  private final PauseCommands pauses;
  private final PendingCommands pending;
  private final SubscriptionCommands subscriptions;

  public CalendarWork(
      PauseCommands pauses, PendingCommands pending, SubscriptionCommands subscriptions) {
    this.pauses = pauses;
    this.pending = pending;
    this.subscriptions = subscriptions;
  }

  /** Does what is due by now. */
  public void doDue() {
    pauses.resumeDue();
    pending.cancelUnpaidDue();
    subscriptions.endDue();
  }
}
