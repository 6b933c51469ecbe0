package org.evergreen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.AlignmentDay.DayOfMonth;
import org.evergreen.terms.AlignmentDay.DayOfYear;
import org.evergreen.terms.AlignmentDay.LastDayOfMonth;
import org.evergreen.terms.AlignmentDay.Weekday;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.CalendarArbitraries;

/** Payment days are those that the recurrence rules of calendars give. */
class RecurrenceOracleTest {

  private static final int PAYMENTS = 30;

  record Aligned(AlignmentDay day, BillingInterval interval) {}

  @Property
  void paymentsFallOnTheDaysOfTheRecurrenceRule(
      @ForAll("anchors") LocalDateTime anchor, @ForAll("intervals") BillingInterval interval) {
    Schedule schedule = new Schedule(anchor, interval, ZoneOffset.UTC);
    LocalDate from = anchor.toLocalDate();
    assertThat(days(schedule, 0, PAYMENTS))
        .isEqualTo(Recurrences.days(Recurrences.following(from, interval), from, PAYMENTS));
  }

  @Property
  void alignedPaymentsFallOnTheDaysOfTheRecurrenceRule(
      @ForAll("aligned") Aligned aligned,
      @ForAll("anchors") LocalDateTime signUp,
      @ForAll FirstPayment choice) {
    LocalDate from = signUp.toLocalDate();
    Alignment alignment = new Alignment(aligned.day(), choice, 0);
    AlignedStart start = AlignedStart.of(alignment, aligned.interval(), from);
    Schedule schedule =
        start.schedule(alignment, aligned.interval(), LocalTime.NOON, ZoneOffset.UTC);
    BillingInterval single = BillingInterval.every(1, aligned.interval().unit());
    LocalDate first = Recurrences.days(Recurrences.aligned(aligned.day(), single), from, 1).get(0);
    assertThat(start.firstDay()).isEqualTo(first);
    assertThat(days(schedule, start.cycleOfFirstDay(), PAYMENTS))
        .isEqualTo(
            Recurrences.days(
                Recurrences.aligned(aligned.day(), aligned.interval()), first, PAYMENTS));
  }

  @Property
  void alignedPaymentsKeepTheirDayInEveryZone(
      @ForAll("aligned") Aligned aligned,
      @ForAll("anchors") LocalDateTime signUp,
      @ForAll("zones") ZoneId zone) {
    Alignment alignment = new Alignment(aligned.day(), FirstPayment.NOTHING_UNTIL_DAY, 0);
    AlignedStart start = AlignedStart.of(alignment, aligned.interval(), signUp.toLocalDate());
    Schedule there = start.schedule(alignment, aligned.interval(), signUp.toLocalTime(), zone);
    Schedule noon = start.schedule(alignment, aligned.interval(), LocalTime.NOON, ZoneOffset.UTC);
    assertThat(
            there.preview(0, PAYMENTS).stream().map(at -> LocalDate.ofInstant(at, zone)).toList())
        .isEqualTo(days(noon, 0, PAYMENTS));
  }

  private static List<LocalDate> days(Schedule schedule, int cycle, int count) {
    return schedule.preview(cycle, count).stream()
        .map(at -> LocalDate.ofInstant(at, schedule.zone()))
        .toList();
  }

  @Provide
  Arbitrary<LocalDateTime> anchors() {
    return CalendarArbitraries.anchors();
  }

  @Provide
  Arbitrary<BillingInterval> intervals() {
    return CalendarArbitraries.intervals();
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return CalendarArbitraries.zones();
  }

  @Provide
  Arbitrary<Aligned> aligned() {
    Arbitrary<Integer> counts = Arbitraries.integers().between(1, 15);
    Arbitrary<AlignmentDay> ofMonth =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.integers().between(1, 28).map(DayOfMonth::new)),
            Tuple.of(1, Arbitraries.just(new LastDayOfMonth())));
    Arbitrary<AlignmentDay> ofYear =
        Arbitraries.oneOf(
                Arbitraries.integers()
                    .between(1, 365)
                    .map(day -> MonthDay.from(LocalDate.ofYearDay(2025, day))),
                Arbitraries.just(MonthDay.of(2, 29)))
            .map(DayOfYear::new);
    Arbitrary<AlignmentDay> ofWeek = Arbitraries.of(DayOfWeek.class).map(Weekday::new);
    return Arbitraries.oneOf(
        combined(ofWeek, counts, IntervalUnit.WEEK),
        combined(ofMonth, counts, IntervalUnit.MONTH),
        combined(ofYear, counts, IntervalUnit.YEAR));
  }

  private static Arbitrary<Aligned> combined(
      Arbitrary<AlignmentDay> days, Arbitrary<Integer> counts, IntervalUnit unit) {
    return Combinators.combine(days, counts)
        .as((day, count) -> new Aligned(day, BillingInterval.every(count, unit)));
  }
}
