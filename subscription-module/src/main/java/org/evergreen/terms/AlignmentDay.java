package org.evergreen.terms;

import java.time.DayOfWeek;
import java.time.MonthDay;

/**
 * The day on which all payments of a plan fall. Which one fits follows from the interval's unit.
 */
public sealed interface AlignmentDay {

  /** For intervals of weeks. */
  record Weekday(DayOfWeek day) implements AlignmentDay {}

  /**
   * For intervals of months.
   *
   * @param day 1 to 28
   */
  record DayOfMonth(int day) implements AlignmentDay {

    public DayOfMonth {
      if (day < 1 || day > 28) {
        throw new IllegalArgumentException("Payments fall on day 1 to 28 or the last, not " + day);
      }
    }
  }

  /** For intervals of months: the 28th, 29th, 30th or 31st, whichever is the month's last. */
  record LastDayOfMonth() implements AlignmentDay {}

  /** For intervals of years; 29 February is 28 February in other years. */
  record DayOfYear(MonthDay day) implements AlignmentDay {}
}
