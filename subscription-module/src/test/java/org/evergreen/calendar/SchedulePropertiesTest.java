package org.evergreen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.CalendarArbitraries;
import org.evergreen.testing.CalendarArbitraries.ClockChange;

/** What holds for every schedule; dates are found a second time by walking a calendar. */
class SchedulePropertiesTest {

  @Property
  void everyPaymentIsTheOneThatWalkingACalendarFinds(
      @ForAll("schedules") Schedule schedule, @ForAll @IntRange(max = 60) int cycle) {
    LocalDate walked = walk(schedule.anchor().toLocalDate(), schedule.interval(), cycle);
    LocalDateTime local = walked.atTime(schedule.anchor().toLocalTime());

    assertThat(schedule.payment(cycle)).isEqualTo(firstInstantOf(local, schedule.zone()));
  }

  @Property
  void aPaymentInTheHourOfAClockChangeIsTheOneThatWalkingACalendarFinds(
      @ForAll("clockChanges") ClockChange change) {
    everyPaymentIsTheOneThatWalkingACalendarFinds(change.schedule(), change.cycle());
  }

  @Property
  void paymentsFollowEachOther(
      @ForAll("schedules") Schedule schedule, @ForAll @IntRange(max = 400) int cycle) {
    assertThat(schedule.payment(cycle + 1)).isAfter(schedule.payment(cycle));
  }

  @Property
  void thePaymentsLocalTimeIsTheAnchorsUnlessTheDayLacksIt(
      @ForAll("schedules") Schedule schedule, @ForAll @IntRange(max = 400) int cycle) {
    LocalDateTime paid = LocalDateTime.ofInstant(schedule.payment(cycle), schedule.zone());
    LocalDateTime wanted = paid.toLocalDate().atTime(schedule.anchor().toLocalTime());

    boolean dayHasIt = !schedule.zone().getRules().getValidOffsets(wanted).isEmpty();
    assertThat(paid.equals(wanted)).isEqualTo(dayHasIt);
  }

  @Property
  void aMonthlyPaymentLeavesTheAnchorsDayOnlyForAShorterMonth(
      @ForAll("anchors") LocalDateTime anchor, @ForAll @IntRange(max = 400) int cycle) {
    Schedule monthly =
        new Schedule(anchor, BillingInterval.every(1, IntervalUnit.MONTH), ZoneId.of("UTC"));

    LocalDate paid = LocalDate.ofInstant(monthly.payment(cycle), ZoneOffset.UTC);

    assertThat(paid.getDayOfMonth())
        .isEqualTo(Math.min(anchor.getDayOfMonth(), paid.lengthOfMonth()));
    assertThat(YearMonth.from(paid)).isEqualTo(YearMonth.from(anchor).plusMonths(cycle));
  }

  @Property
  void twelveMonthsAreAYearAndSevenDaysAreAWeek(
      @ForAll("schedules") Schedule schedule, @ForAll @IntRange(max = 40) int cycle) {
    assertThat(every(12, IntervalUnit.MONTH, schedule).payment(cycle))
        .isEqualTo(every(1, IntervalUnit.YEAR, schedule).payment(cycle));
    assertThat(every(7, IntervalUnit.DAY, schedule).payment(cycle))
        .isEqualTo(every(1, IntervalUnit.WEEK, schedule).payment(cycle));
  }

  @Property
  void everyPaymentOfALongIntervalIsAPaymentOfTheShortOne(
      @ForAll("schedules") Schedule schedule, @ForAll @IntRange(max = 40) int cycle) {
    Schedule single = every(1, schedule.interval().unit(), schedule);

    assertThat(schedule.payment(cycle))
        .isEqualTo(single.payment(cycle * schedule.interval().count()));
  }

  @Property
  void theCurrentCycleIsTheOneThatCountingOneByOneFinds(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 50) int due,
      @ForAll @IntRange(max = 500) int passed,
      @ForAll @LongRange(min = -200_000, max = 200_000) long secondsFromPayment) {
    Instant now = schedule.payment(passed).plusSeconds(secondsFromPayment);

    assertThat(schedule.currentCycle(due, now)).isEqualTo(countOneByOne(schedule, due, now));
  }

  @Property
  void theCurrentCycleIsRightWhileClocksChange(
      @ForAll("clockChanges") ClockChange change,
      @ForAll @IntRange(max = 50) int due,
      @ForAll @LongRange(min = -10_000, max = 10_000) long secondsFromPayment) {
    theCurrentCycleIsTheOneThatCountingOneByOneFinds(
        change.schedule(), due, change.cycle(), secondsFromPayment);
  }

  @Property
  void theCurrentCycleChangesExactlyAtItsPayment(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 50) int due,
      @ForAll @IntRange(min = 1, max = 500) int missed) {
    int cycle = due + missed;
    Instant payment = schedule.payment(cycle);

    assertThat(schedule.currentCycle(due, payment)).isEqualTo(cycle);
    assertThat(schedule.currentCycle(due, payment.minusNanos(1000))).isEqualTo(cycle - 1);
  }

  @Property
  void askingAgainFromTheFoundCycleFindsTheSame(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 50) int due,
      @ForAll @IntRange(max = 500) int passed) {
    Instant now = schedule.payment(due + passed);

    int found = schedule.currentCycle(due, now);

    assertThat(schedule.currentCycle(found, now)).isEqualTo(found);
  }

  @Property
  void thePreviewIsTheListOfPayments(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 50) int cycle,
      @ForAll @IntRange(max = 12) int count) {
    assertThat(schedule.preview(cycle, count))
        .isEqualTo(IntStream.range(0, count).mapToObj(i -> schedule.payment(cycle + i)).toList());
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    return CalendarArbitraries.schedules();
  }

  @Provide
  Arbitrary<ClockChange> clockChanges() {
    return CalendarArbitraries.clockChanges();
  }

  @Provide
  Arbitrary<LocalDateTime> anchors() {
    return CalendarArbitraries.anchors();
  }

  private static Schedule every(int count, IntervalUnit unit, Schedule like) {
    return new Schedule(like.anchor(), BillingInterval.every(count, unit), like.zone());
  }

  private static int countOneByOne(Schedule schedule, int due, Instant now) {
    int cycle = due;
    while (!schedule.payment(cycle + 1).isAfter(now)) {
      cycle++;
    }
    return cycle;
  }

  /** Turns the pages of a calendar, one day at a time. */
  private static LocalDate walk(LocalDate anchor, BillingInterval interval, int cycle) {
    int units = interval.count() * cycle;
    return switch (interval.unit()) {
      case DAY -> walkDays(anchor, units);
      case WEEK -> walkDays(anchor, units * 7);
      case MONTH -> walkMonths(anchor, units);
      case YEAR -> walkMonths(anchor, units * 12);
    };
  }

  private static LocalDate walkDays(LocalDate anchor, int days) {
    LocalDate date = anchor;
    for (int i = 0; i < days; i++) {
      date = date.plusDays(1);
    }
    return date;
  }

  private static LocalDate walkMonths(LocalDate anchor, int months) {
    LocalDate date = anchor;
    int turned = 0;
    while (turned < months) {
      date = date.plusDays(1);
      turned += date.getDayOfMonth() == 1 ? 1 : 0;
    }
    while (date.getDayOfMonth() < anchor.getDayOfMonth() && date.plusDays(1).getDayOfMonth() != 1) {
      date = date.plusDays(1);
    }
    return date;
  }

  /** Tries every offset of the world; a time that does not exist keeps the offset before it. */
  private static Instant firstInstantOf(LocalDateTime local, ZoneId zone) {
    LocalDateTime existing = local;
    while (earliest(existing, zone).isEmpty()) {
      existing = existing.minusMinutes(15);
    }
    return earliest(existing, zone).orElseThrow().plus(Duration.between(existing, local));
  }

  private static Optional<Instant> earliest(LocalDateTime local, ZoneId zone) {
    return IntStream.rangeClosed(-18 * 4, 18 * 4)
        .mapToObj(quarter -> local.toInstant(ZoneOffset.ofTotalSeconds(quarter * 900)))
        .filter(instant -> LocalDateTime.ofInstant(instant, zone).equals(local))
        .min(Instant::compareTo);
  }
}
