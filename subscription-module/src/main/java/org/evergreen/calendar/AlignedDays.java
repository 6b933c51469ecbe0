package org.evergreen.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.AlignmentDay.DayOfMonth;
import org.evergreen.terms.AlignmentDay.DayOfYear;
import org.evergreen.terms.AlignmentDay.LastDayOfMonth;
import org.evergreen.terms.AlignmentDay.Weekday;
import org.evergreen.terms.BillingInterval;

/** The days of a calendar on which aligned payments fall. */
final class AlignedDays {

  /** After so many intervals all months, and all leap years in reach, have come round. */
  private static final int ROUND = 12;

  private AlignedDays() {}

  /** The first such day that is not before a date. */
  static LocalDate onOrAfter(AlignmentDay day, LocalDate date) {
    if (day instanceof Weekday weekday) {
      return date.with(TemporalAdjusters.nextOrSame(weekday.day()));
    }
    YearMonth month = YearMonth.from(date);
    LocalDate candidate = within(day, month);
    while (candidate.isBefore(date)) {
      month = day instanceof DayOfYear ? month.plusYears(1) : month.plusMonths(1);
      candidate = within(day, month);
    }
    return candidate;
  }

  /** The day in a month, or in the month's year. */
  private static LocalDate within(AlignmentDay day, YearMonth month) {
    if (day instanceof DayOfMonth ofMonth) {
      return month.atDay(ofMonth.day());
    }
    if (day instanceof LastDayOfMonth) {
      return month.atEndOfMonth();
    }
    if (day instanceof DayOfYear ofYear) {
      return ofYear.day().atYear(month.getYear());
    }
    throw new IllegalArgumentException("Weeks are not counted in months: " + day);
  }

  /** The aligned day one interval, or several, before another one. */
  static LocalDate before(AlignmentDay day, LocalDate aligned, BillingInterval interval, int n) {
    LocalDate earlier = aligned.minus(interval.times(n));
    return day instanceof Weekday ? earlier : within(day, YearMonth.from(earlier));
  }

  /**
   * How many intervals before an aligned day the anchor lies. Payments are counted from the anchor
   * and clamped to short months, so it must be the longest of the days: 31 for last days of months,
   * 29 February for that day of the year.
   */
  static int cyclesToAnchor(AlignmentDay day, LocalDate aligned, BillingInterval interval) {
    if (!(day instanceof LastDayOfMonth || day instanceof DayOfYear)) {
      return 0;
    }
    int best = 0;
    int longest = aligned.getDayOfMonth();
    for (int n = 1; n < ROUND; n++) {
      int length = before(day, aligned, interval, n).getDayOfMonth();
      if (length > longest) {
        longest = length;
        best = n;
      }
    }
    return best;
  }
}
