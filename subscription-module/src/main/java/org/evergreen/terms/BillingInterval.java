package org.evergreen.terms;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.Objects;

/**
 * Time between two payments: every {@code count} days, weeks, months or years.
 *
 * @param count at least 1
 */
public record BillingInterval(int count, IntervalUnit unit) {

  /** The longest interval a plan may have, in units; keeps date arithmetic far from overflow. */
  public static final int MAX_COUNT = 365;

  public BillingInterval {
    Objects.requireNonNull(unit, "unit");
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException(
          "A billing interval counts 1 to " + MAX_COUNT + " units, not " + count);
    }
  }

  /** Every n units. */
  public static BillingInterval every(int count, IntervalUnit unit) {
    return new BillingInterval(count, unit);
  }

  /** How many days one of them lasts at least, for example 28 for a month. */
  public int fewestDays() {
    return count
        * switch (unit) {
          case DAY -> 1;
          case WEEK -> 7;
          case MONTH -> 28;
          case YEAR -> 365;
        };
  }

  /** The calendar distance of n intervals, counted from an anchor. */
  public Period times(int n) {
    int units = Math.multiplyExact(count, n);
    return switch (unit) {
      case DAY -> Period.ofDays(units);
      case WEEK -> Period.ofWeeks(units);
      case MONTH -> Period.ofMonths(units);
      case YEAR -> Period.ofYears(units);
    };
  }

  /**
   * How many whole intervals lie between two local times; negative when {@code to} is the earlier.
   */
  public int wholeBetween(LocalDateTime from, LocalDateTime to) {
    return Math.toIntExact(unit.calendarUnit().between(from, to) / count);
  }
}
