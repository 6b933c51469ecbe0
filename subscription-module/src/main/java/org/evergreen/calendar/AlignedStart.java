package org.evergreen.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.BillingInterval;

/**
 * How payments that begin on some date come to fall on the day that the merchant named. Examples
 * are in docs/05-status-and-dates.md.
 *
 * @param firstDay the first such day, on the date itself or after it
 * @param part the part of the price that is paid on the date; the whole when it is the day itself
 * @param cycleOfFirstDay the cycle that begins on {@code firstDay}: 0, or 1 when the time before it
 *     is paid as a cycle of its own
 * @param nextCycle the cycle whose payment comes after the date
 * @param cyclesToAnchor how many cycles before {@code firstDay} the schedule is anchored
 */
public record AlignedStart(
    LocalDate firstDay, Part part, int cycleOfFirstDay, int nextCycle, int cyclesToAnchor) {

  /**
   * Aligns payments.
   *
   * @param from date of the sign-up, or the end of the trial
   */
  public static AlignedStart of(Alignment alignment, BillingInterval interval, LocalDate from) {
    LocalDate day = AlignedDays.onOrAfter(alignment.day(), from);
    int anchor = AlignedDays.cyclesToAnchor(alignment.day(), day, interval);
    int days = Math.toIntExact(ChronoUnit.DAYS.between(from, day));
    if (days == 0) {
      return new AlignedStart(day, Part.whole(), 0, 1, anchor);
    }
    if (alignment.firstPayment() == Alignment.FirstPayment.NOTHING_UNTIL_DAY) {
      return new AlignedStart(day, Part.none(), 0, 0, anchor);
    }
    if (days <= alignment.graceDays()) {
      return new AlignedStart(day, Part.whole(), 0, 1, anchor);
    }
    if (alignment.firstPayment() == Alignment.FirstPayment.FULL_NOW) {
      return new AlignedStart(day, Part.whole(), 1, 1, anchor);
    }
    return new AlignedStart(day, part(alignment, interval, day, days), 0, 0, anchor);
  }

  private static Part part(Alignment alignment, BillingInterval interval, LocalDate day, int days) {
    LocalDate before = AlignedDays.before(alignment.day(), day, interval, 1);
    int whole = Math.toIntExact(ChronoUnit.DAYS.between(before, day));
    // A day that does not fit the interval, for example of the year for months, is never so near.
    return new Part(Math.min(days, whole), whole);
  }

  /**
   * The payment dates.
   *
   * @param time local time of the payments
   */
  public Schedule schedule(
      Alignment alignment, BillingInterval interval, LocalTime time, ZoneId zone) {
    LocalDate anchor = AlignedDays.before(alignment.day(), firstDay, interval, cyclesToAnchor);
    return new Schedule(anchor.atTime(time), cycleOfFirstDay - cyclesToAnchor, interval, zone);
  }
}
