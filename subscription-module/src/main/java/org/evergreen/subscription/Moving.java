package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.calendar.Schedule;
import org.evergreen.time.ShopTime;

/** What skipping a payment and moving its date do. See docs/05-status-and-dates.md. */
final class Moving {

  /** A date that far ahead is a slip of the finger. */
  private static final int MOST_YEARS = 5;

  private Moving() {}

  /** Leaves the next payment out; the one after it comes next. Payments of the length stay. */
  static void skip(Timeline timeline, ShopTime time) {
    requireComing(timeline, time.now(), "skip");
    timeline.nextCycle++;
    timeline.nextPaymentAt = timeline.schedule(time.zone()).payment(timeline.nextCycle);
  }

  /**
   * Moves the next payment to another day, at the same local time.
   *
   * @throws ActionRefusedException that names every rule which the day violates
   */
  static void move(Timeline timeline, ShopTime time, LocalDate to, DateMove move) {
    requireComing(timeline, time.now(), "move");
    Schedule schedule = timeline.schedule(time.zone());
    LocalDateTime local = to.atTime(schedule.anchor().toLocalTime());
    Instant next = local.atZone(time.zone()).toInstant();
    List<String> violated = violated(timeline, time, next, move, schedule);
    if (!violated.isEmpty()) {
      throw ActionRefusedException.because(violated);
    }
    timeline.nextPaymentAt = next;
    // Without a later payment there is nothing to leave where it is.
    if (move == DateMove.FROM_NOW_ON || !timeline.hasPaymentAfterNext()) {
      timeline.follow(schedule.anchoredAt(timeline.nextCycle, local));
    }
  }

  private static List<String> violated(
      Timeline timeline, ShopTime time, Instant next, DateMove move, Schedule schedule) {
    List<String> violated = new ArrayList<>();
    LocalDate to = time.dateOf(next);
    if (to.isBefore(time.today())) {
      violated.add(to + " is in the past.");
    } else if (!next.isAfter(time.now())) {
      violated.add("The time of payment has passed for today; choose tomorrow or later.");
    }
    if (timeline.trialEndsAt != null && next.isBefore(timeline.trialEndsAt)) {
      violated.add(
          "The first payment is not before the trial ends on "
              + time.dateOf(timeline.trialEndsAt)
              + ".");
    }
    if (timeline.endsAt != null && !next.isBefore(timeline.endsAt)) {
      violated.add("It ends on " + time.dateOf(timeline.endsAt) + ".");
    }
    Instant following = schedule.payment(timeline.nextCycle + 1);
    if (move == DateMove.ONCE && timeline.hasPaymentAfterNext() && !next.isBefore(following)) {
      violated.add("The payment after it is on " + time.dateOf(following) + ".");
    }
    if (to.isAfter(time.today().plusYears(MOST_YEARS))) {
      violated.add("A payment is moved " + MOST_YEARS + " years ahead at most.");
    }
    return violated;
  }

  static void requireComing(Timeline timeline, Instant now, String what) {
    if (!timeline.status.renews() || timeline.nextPaymentAt == null) {
      throw new ActionRefusedException(
          "There is no payment to "
              + what
              + ": the subscription "
              + StatusInWords.is(timeline.status)
              + (timeline.status.renews() ? " and all payments are made." : "."));
    }
    if (!timeline.nextPaymentAt.isAfter(now)) {
      throw new ActionRefusedException("The next payment is due already.");
    }
  }
}
