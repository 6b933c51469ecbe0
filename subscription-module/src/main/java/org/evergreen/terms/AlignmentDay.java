package org.evergreen.terms;

import java.time.DayOfWeek;
import java.time.MonthDay;

/**
 * The day on which all payments of a plan fall. Which one fits follows from the interval's unit.
 */
public sealed interface AlignmentDay {

  /** The unit of the intervals that it is for. */
  IntervalUnit unit();

  /** For intervals of weeks. */
  record Weekday(DayOfWeek day) implements AlignmentDay {

    @Override
    public IntervalUnit unit() {
      return IntervalUnit.WEEK;
    }
  }

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

    @Override
    public IntervalUnit unit() {
      return IntervalUnit.MONTH;
    }
  }

  /** For intervals of months: the 28th, 29th, 30th or 31st, whichever is the month's last. */
  record LastDayOfMonth() implements AlignmentDay {

    @Override
    public IntervalUnit unit() {
      return IntervalUnit.MONTH;
    }
  }

  /** For intervals of years; 29 February is 28 February in other years. */
  record DayOfYear(MonthDay day) implements AlignmentDay {

    @Override
    public IntervalUnit unit() {
      return IntervalUnit.YEAR;
    }
  }
}
