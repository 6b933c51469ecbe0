package org.evergreen.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;

/**
 * Schedules of every kind for property tests: all units, anchors that gather at month ends and at
 * the hours when clocks are changed, zones with and without daylight saving in both hemispheres.
 */
public final class CalendarArbitraries {

  private static final String[] ZONES = {
    "UTC",
    "America/New_York",
    "America/St_Johns",
    // changes its clocks at midnight
    "America/Havana",
    "America/Santiago",
    "Europe/Berlin",
    "Europe/Lisbon",
    // leaves daylight saving during Ramadan
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Tehran",
    // half an hour of daylight saving
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
    // two hours of daylight saving
    "Antarctica/Troll"
  };

  private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

  private CalendarArbitraries() {}

  /** Zones in which every calendar day of the years used here exists. */
  public static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  /** One to fifteen of each unit. */
  public static Arbitrary<BillingInterval> intervals() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 15), Arbitraries.of(IntervalUnit.class))
        .as(BillingInterval::every);
  }

  /** Local times in 1996 to 2060; half of them on the 28th to 31st, half of them near a change. */
  public static Arbitrary<LocalDateTime> anchors() {
    Arbitrary<Integer> days =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 31), Arbitraries.integers().between(28, 31));
    Arbitrary<LocalDate> dates =
        Combinators.combine(
                Arbitraries.integers().between(1996, 2060),
                Arbitraries.integers().between(1, 12),
                days)
            .as(CalendarArbitraries::dateWithin);
    Arbitrary<LocalTime> times = Arbitraries.oneOf(minutes(0, 24 * 60 - 1), minutes(0, 4 * 60));
    return Combinators.combine(dates, times).as(LocalDateTime::of).withoutEdgeCases();
  }

  /** Schedules of every kind. */
  public static Arbitrary<Schedule> schedules() {
    return Combinators.combine(anchors(), intervals(), zones())
        .as(Schedule::new)
        .withoutEdgeCases();
  }

  /**
   * Daily and weekly schedules of which one payment falls into the hour that a day lacks or has
   * twice.
   */
  public static Arbitrary<ClockChange> clockChanges() {
    Arbitrary<ZoneId> changing =
        zones().filter(zone -> zone.getRules().nextTransition(YEAR_2000) != null);
    Arbitrary<BillingInterval> daysAndWeeks =
        Combinators.combine(
                Arbitraries.integers().between(1, 15),
                Arbitraries.of(IntervalUnit.DAY, IntervalUnit.WEEK))
            .as(BillingInterval::every);
    return Combinators.combine(
            changing,
            Arbitraries.integers().between(0, 5000),
            Arbitraries.integers().between(0, 99),
            daysAndWeeks,
            Arbitraries.integers().between(0, 60))
        .as(CalendarArbitraries::clockChange)
        .withoutEdgeCases();
  }

  private static ClockChange clockChange(
      ZoneId zone, int days, int percentOfChange, BillingInterval interval, int cycle) {
    Instant from = YEAR_2000.plus(Duration.ofDays(days));
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    LocalDateTime start = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    Duration intoChange = change.getDuration().abs().multipliedBy(percentOfChange).dividedBy(100);
    LocalDateTime anchor = start.plus(intoChange).minus(interval.times(cycle));
    return new ClockChange(new Schedule(anchor, interval, zone), cycle);
  }

  /**
   * A schedule around a change of clocks.
   *
   * @param cycle the payment whose local time is missing or comes twice
   */
  public record ClockChange(Schedule schedule, int cycle) {}

  private static LocalDate dateWithin(int year, int month, int day) {
    YearMonth yearMonth = YearMonth.of(year, month);
    return yearMonth.atDay(Math.min(day, yearMonth.lengthOfMonth()));
  }

  private static Arbitrary<LocalTime> minutes(int first, int last) {
    return Arbitraries.integers()
        .between(first, last)
        .map(minute -> LocalTime.of(minute / 60, minute % 60));
  }
}
