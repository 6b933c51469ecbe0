package org.evergreen.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.AlignmentDay.DayOfMonth;
import org.evergreen.terms.AlignmentDay.DayOfYear;
import org.evergreen.terms.AlignmentDay.Weekday;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;

/**
 * A second opinion on payment days: the recurrence rules of calendars (RFC 5545), as another
 * library reads them.
 */
final class Recurrences {

  private Recurrences() {}

  /**
   * The rule of payments that follow an anchor. Days that short months lack are written as the last
   * one that there is.
   */
  static String following(LocalDate anchor, BillingInterval interval) {
    String every = ";INTERVAL=" + interval.count();
    String day = clamped(anchor.getDayOfMonth());
    return switch (interval.unit()) {
      case DAY -> "FREQ=DAILY" + every;
      case WEEK -> "FREQ=WEEKLY" + every;
      case MONTH -> "FREQ=MONTHLY" + every + day;
      case YEAR -> "FREQ=YEARLY" + every + ";BYMONTH=" + anchor.getMonthValue() + day;
    };
  }

  /** The rule of payments on an aligned day. */
  static String aligned(AlignmentDay day, BillingInterval interval) {
    String every = ";INTERVAL=" + interval.count();
    if (day instanceof Weekday weekday) {
      return "FREQ=WEEKLY" + every + ";BYDAY=" + twoLetters(weekday.day());
    }
    if (day instanceof DayOfYear ofYear) {
      return "FREQ=YEARLY"
          + every
          + ";BYMONTH="
          + ofYear.day().getMonthValue()
          + clamped(ofYear.day().getDayOfMonth());
    }
    String frequency = interval.unit() == IntervalUnit.YEAR ? "FREQ=YEARLY" : "FREQ=MONTHLY";
    int ofMonth = day instanceof DayOfMonth monthly ? monthly.day() : -1;
    return frequency + every + ";BYMONTHDAY=" + ofMonth;
  }

  private static String clamped(int day) {
    String days =
        IntStream.rangeClosed(Math.min(day, 28), day)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    return ";BYMONTHDAY=" + days + (day > 28 ? ";BYSETPOS=-1" : "");
  }

  private static String twoLetters(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  /** The first so many days of a rule, from a day on. */
  static List<LocalDate> days(String rule, LocalDate from, int count) {
    try {
      RecurrenceRuleIterator iterator =
          new RecurrenceRule(rule)
              .iterator(
                  new DateTime(from.getYear(), from.getMonthValue() - 1, from.getDayOfMonth()));
      List<LocalDate> days = new ArrayList<>(count);
      while (days.size() < count) {
        DateTime next = iterator.nextDateTime();
        days.add(LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth()));
      }
      return days;
    } catch (InvalidRecurrenceRuleException e) {
      throw new AssertionError("Not a rule: " + rule, e);
    }
  }
}
