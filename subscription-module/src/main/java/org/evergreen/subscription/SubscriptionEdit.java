package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;

/** What can be changed of a subscription within {@link LineEdits#edit}. */
public final class SubscriptionEdit {

  private final Subscription subscription;
  private final ZoneId zone;

  SubscriptionEdit(Subscription subscription, ZoneId zone) {
    this.subscription = subscription;
    this.zone = zone;
  }

  /** It as it is at this point of the edit. */
  public Subscription subscription() {
    return subscription;
  }

  /**
   * Delivers something else, or under other terms, in the place of a line; the line keeps its
   * number.
   *
   * @throws IllegalArgumentException if it has no such line, or the price is in another currency
   */
  public void replaceLine(long line, NewLine by) {
    line(line).deliver(by);
  }

  /** Delivers something more. */
  public void addLine(NewLine line) {
    int position =
        subscription.editableLines().stream().mapToInt(SubscriptionLine::position).max().orElse(-1)
            + 1;
    subscription.editableLines().add(new SubscriptionLine(subscription, position, line));
  }

  /**
   * Delivers something no more.
   *
   * @throws IllegalArgumentException if it has no such line, or no other
   */
  public void removeLine(long line) {
    if (subscription.editableLines().size() == 1) {
      throw new IllegalArgumentException("A subscription keeps at least one line");
    }
    subscription.editableLines().remove(line(line));
  }

  private SubscriptionLine line(long id) {
    return subscription.editableLines().stream()
        .filter(line -> line.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Subscription " + subscription.id() + " has no line " + id));
  }

  /** How many payments are still to come; empty for no end. */
  public void paymentsLeft(OptionalInt payments) {
    timeline().paymentsLeft = payments.isPresent() ? payments.getAsInt() : null;
    settleEnd();
  }

  /**
   * Moves the next payment; all later ones are counted from it, in the interval that is given.
   *
   * @param at after now
   */
  public void nextPayment(Instant at, BillingInterval interval) {
    Timeline timeline = timeline();
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    timeline.follow(new Schedule(local, timeline.nextCycle, interval, zone));
    timeline.nextPaymentAt = at;
    timeline.endsAt = null;
    timeline.paidUntil = at;
    settleEnd();
  }

  /**
   * Begins a new term that is paid now: a cycle of its own, with the next payment an interval
   * later. It counts as a payment made; how many are left is set apart.
   */
  public void restart(Instant now, BillingInterval interval) {
    Timeline timeline = timeline();
    LocalDateTime local = LocalDateTime.ofInstant(now, zone);
    Schedule schedule = new Schedule(local, timeline.nextCycle, interval, zone);
    timeline.follow(schedule);
    timeline.nextCycle++;
    timeline.paymentsMade++;
    timeline.lastPaymentAt = now;
    timeline.termStartedAt = now;
    timeline.nextPaymentAt = schedule.payment(timeline.nextCycle);
    timeline.paidUntil = timeline.nextPaymentAt;
    timeline.endsAt = null;
    if (timeline.status == SubscriptionStatus.TRIALING) {
      timeline.become(SubscriptionStatus.ACTIVE);
    }
    settleEnd();
  }

  /** With no payment left, the date of the next is the end. */
  private void settleEnd() {
    Timeline timeline = timeline();
    if (!timeline.hasPaymentsLeft() && timeline.nextPaymentAt != null) {
      timeline.endsAt = timeline.nextPaymentAt;
      timeline.nextPaymentAt = null;
    } else if (timeline.hasPaymentsLeft()
        && timeline.nextPaymentAt == null
        && timeline.endsAt != null
        && timeline.status.renews()) {
      timeline.nextPaymentAt = timeline.endsAt;
      timeline.endsAt = null;
    }
  }

  private Timeline timeline() {
    return subscription.timeline();
  }
}
