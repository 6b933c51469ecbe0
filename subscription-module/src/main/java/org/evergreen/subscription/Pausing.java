package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.evergreen.calendar.Schedule;
import org.evergreen.time.ShopTime;

/** What pausing and resuming do to the dates. See docs/05-status-and-dates.md. */
final class Pausing {

  private static final int MOST_YEARS = 5;

  private Pausing() {}

  /**
   * No renewals until it is resumed; the date of the next payment is remembered.
   *
   * @param until the day on which it is resumed by itself
   */
  static void pause(Timeline timeline, ShopTime time, Optional<LocalDate> until) {
    StatusMachine.require(timeline.status, SubscriptionStatus.PAUSED);
    until.ifPresent(date -> requireSensible(date, time.today()));
    timeline.become(SubscriptionStatus.PAUSED);
    timeline.pausedAt = time.now();
    timeline.pausedUntil =
        until.map(date -> date.atStartOfDay(time.zone()).toInstant()).orElse(null);
    timeline.keptPaymentAt =
        timeline.nextPaymentAt != null ? timeline.nextPaymentAt : timeline.endsAt;
    timeline.nextPaymentAt = null;
    timeline.endsAt = null;
  }

  private static void requireSensible(LocalDate until, LocalDate today) {
    if (!until.isAfter(today)) {
      throw new ActionRefusedException(
          "A pause ends tomorrow at the earliest; " + until + " is not after " + today + ".");
    }
    if (until.isAfter(today.plusYears(MOST_YEARS))) {
      throw new ActionRefusedException(
          "A pause lasts " + MOST_YEARS + " years at most, not until " + until + ".");
    }
  }

  /**
   * Renews again. The remembered date holds if it is still ahead; otherwise the days that were left
   * of the paid term when it was paused begin now.
   *
   * @param aligned whether payments stay on the day that the merchant named
   */
  static void resume(Timeline timeline, ShopTime time, boolean aligned) {
    if (timeline.status != SubscriptionStatus.PAUSED) {
      throw TransitionRefusedException.because(
          timeline.status, SubscriptionStatus.ACTIVE, "it is not paused");
    }
    restoreDates(timeline, time, aligned);
    timeline.become(timeline.running());
  }

  /** Sets the dates that hold after a pause, whatever follows it. */
  static void restoreDates(Timeline timeline, ShopTime time, boolean aligned) {
    Instant kept = timeline.keptPaymentAt == null ? time.now() : timeline.keptPaymentAt;
    Instant next = kept.isAfter(time.now()) ? kept : moved(timeline, kept, time, aligned);
    long days = ChronoUnit.DAYS.between(time.dateOf(kept), time.dateOf(next));
    if (days > 0) {
      shiftTerm(timeline, days, time);
    }
    if (timeline.hasPaymentsLeft()) {
      timeline.nextPaymentAt = next;
    } else {
      timeline.endsAt = next;
    }
    timeline.pausedAt = null;
    timeline.pausedUntil = null;
    timeline.keptPaymentAt = null;
  }

  /** The payment date after the days that were left, with the schedule moved to it. */
  private static Instant moved(Timeline timeline, Instant kept, ShopTime time, boolean aligned) {
    Instant paused = timeline.pausedAt == null ? kept : timeline.pausedAt;
    long left = Math.max(0, ChronoUnit.DAYS.between(time.dateOf(paused), time.dateOf(kept)));
    LocalDateTime local = time.today().plusDays(left).atTime(time.localTimeOf(kept).toLocalTime());
    Instant next = local.atZone(time.zone()).toInstant();
    if (!next.isAfter(time.now())) {
      next = time.now();
      local = time.localTimeOf(next);
    }
    Schedule schedule = timeline.schedule(time.zone());
    if (aligned) {
      timeline.nextCycle = schedule.cycleFrom(timeline.nextCycle, next);
      return schedule.payment(timeline.nextCycle);
    }
    timeline.follow(schedule.anchoredAt(timeline.nextCycle, local));
    return next;
  }

  /** The term is as long as it was, only later; days in the pause are not used up. */
  private static void shiftTerm(Timeline timeline, long days, ShopTime time) {
    Instant paused = timeline.pausedAt == null ? time.now() : timeline.pausedAt;
    if (timeline.trialEndsAt != null && timeline.isUnpaid()) {
      timeline.trialEndsAt = later(timeline.trialEndsAt, days, time.zone());
    }
    if (timeline.paidUntil != null && timeline.paidUntil.isAfter(paused)) {
      timeline.paidUntil = later(timeline.paidUntil, days, time.zone());
    }
    if (timeline.termStartedAt != null) {
      Instant shifted = later(timeline.termStartedAt, days, time.zone());
      timeline.termStartedAt = shifted.isAfter(time.now()) ? time.now() : shifted;
    }
  }

  private static Instant later(Instant instant, long days, ZoneId zone) {
    return LocalDateTime.ofInstant(instant, zone).plusDays(days).atZone(zone).toInstant();
  }
}
