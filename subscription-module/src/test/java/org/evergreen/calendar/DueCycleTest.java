package org.evergreen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.CalendarArbitraries;

class DueCycleTest {

  private static final Schedule MONTHLY =
      new Schedule(
          LocalDateTime.parse("2026-01-31T10:00"),
          BillingInterval.every(1, IntervalUnit.MONTH),
          ZoneOffset.UTC);

  @Example
  void threeMonthsWithoutARunAreBilledAsTheMerchantChose() {
    Instant may = Instant.parse("2026-05-10T10:00:00Z");
    assertThat(DueCycle.currentOnly(MONTHLY, 1, may)).isEqualTo(bill(3, 4));
    assertThat(DueCycle.each(1)).isEqualTo(bill(1, 2));
    assertThat(DueCycle.none(MONTHLY, 1, may)).isEqualTo(new DueCycle(OptionalInt.empty(), 4));
  }

  @Example
  void paymentThatIsOnlyLateIsBilledWhateverTheMerchantChose() {
    Instant late = Instant.parse("2026-03-30T10:00:00Z");
    assertThat(DueCycle.currentOnly(MONTHLY, 1, late)).isEqualTo(bill(1, 2));
    assertThat(DueCycle.each(1)).isEqualTo(bill(1, 2));
    assertThat(DueCycle.none(MONTHLY, 1, late)).isEqualTo(bill(1, 2));
  }

  @Property
  void nextPaymentIsAheadUnlessEachIsBilled(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 30) int due,
      @ForAll @IntRange(max = 60) int passed,
      @ForAll @LongRange(max = 500_000) long seconds) {
    Instant now = schedule.payment(due + passed).plusSeconds(seconds);
    assertThat(schedule.payment(DueCycle.currentOnly(schedule, due, now).next())).isAfter(now);
    assertThat(schedule.payment(DueCycle.none(schedule, due, now).next())).isAfter(now);
    assertThat(schedule.payment(DueCycle.none(schedule, due, now).next() - 1))
        .isBeforeOrEqualTo(now);
  }

  @Property
  void noCycleIsBilledTwiceAndNoneBeforeItsTime(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 30) int due,
      @ForAll @IntRange(max = 60) int passed) {
    Instant now = schedule.payment(due + passed);
    int next = due;
    int last = due - 1;
    while (!schedule.payment(next).isAfter(now)) {
      DueCycle each = DueCycle.each(next);
      assertThat(each.bill().getAsInt()).isGreaterThan(last);
      assertThat(schedule.payment(each.bill().getAsInt())).isBeforeOrEqualTo(now);
      last = each.bill().getAsInt();
      next = each.next();
    }
    assertThat(last).isEqualTo(due + passed);
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    return CalendarArbitraries.schedules();
  }

  private static DueCycle bill(int cycle, int next) {
    return new DueCycle(OptionalInt.of(cycle), next);
  }
}
