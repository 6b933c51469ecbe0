package org.evergreen.plan;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.evergreen.terms.AlignmentDay;

/**
 * An aligned day in the three parts that tables and texts keep.
 *
 * @param day 1 (Monday) to 7, or of the month; empty for the last one of a month
 * @param month 1 to 12 for a day of the year
 */
record DayCode(Kind kind, OptionalInt day, OptionalInt month) {

  /** What the parts mean; the names are kept in tables and texts. */
  enum Kind {
    WEEKDAY,
    DAY_OF_MONTH,
    LAST_DAY_OF_MONTH,
    DAY_OF_YEAR
  }

  static DayCode of(AlignmentDay day) {
    if (day instanceof AlignmentDay.Weekday weekday) {
      return new DayCode(
          Kind.WEEKDAY, OptionalInt.of(weekday.day().getValue()), OptionalInt.empty());
    }
    if (day instanceof AlignmentDay.DayOfMonth dayOfMonth) {
      return new DayCode(Kind.DAY_OF_MONTH, OptionalInt.of(dayOfMonth.day()), OptionalInt.empty());
    }
    if (day instanceof AlignmentDay.DayOfYear dayOfYear) {
      return new DayCode(
          Kind.DAY_OF_YEAR,
          OptionalInt.of(dayOfYear.day().getDayOfMonth()),
          OptionalInt.of(dayOfYear.day().getMonthValue()));
    }
    return new DayCode(Kind.LAST_DAY_OF_MONTH, OptionalInt.empty(), OptionalInt.empty());
  }

  /**
   * The day of which {@link #toString} wrote the parts.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static AlignmentDay parse(String text) {
    try {
      String[] parts = text.split("-", -1);
      DayCode code = new DayCode(Kind.valueOf(parts[0]), part(parts, 1), part(parts, 2));
      AlignmentDay day = code.toDay();
      if (!DayCode.of(day).equals(code)) {
        throw new IllegalArgumentException("More parts than the day has");
      }
      return day;
    } catch (DateTimeException | NoSuchElementException | IllegalArgumentException e) {
      throw new IllegalArgumentException("Not a day for payments: '" + text + "'", e);
    }
  }

  private static OptionalInt part(String[] parts, int index) {
    return parts.length > index
        ? OptionalInt.of(Integer.parseInt(parts[index]))
        : OptionalInt.empty();
  }

  /** The day of which these are the parts. */
  AlignmentDay toDay() {
    return switch (kind) {
      case WEEKDAY -> new AlignmentDay.Weekday(DayOfWeek.of(day.orElseThrow()));
      case DAY_OF_MONTH -> new AlignmentDay.DayOfMonth(day.orElseThrow());
      case LAST_DAY_OF_MONTH -> new AlignmentDay.LastDayOfMonth();
      case DAY_OF_YEAR ->
          new AlignmentDay.DayOfYear(MonthDay.of(month.orElseThrow(), day.orElseThrow()));
    };
  }

  /** For example {@code WEEKDAY-1} or {@code DAY_OF_YEAR-31-12}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind.name());
    day.ifPresent(number -> text.append('-').append(number));
    month.ifPresent(number -> text.append('-').append(number));
    return text.toString();
  }
}
