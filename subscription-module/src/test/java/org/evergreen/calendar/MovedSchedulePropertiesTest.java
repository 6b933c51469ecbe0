package org.evergreen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.evergreen.testing.CalendarArbitraries;

/** Schedules of which one payment, or all from one on, have another date. */
class MovedSchedulePropertiesTest {

  @Property
  void schedulesGoOnFromTheirNewAnchorWithTheSameNumbers(
      @ForAll("schedules") Schedule schedule,
      @ForAll("anchors") LocalDateTime date,
      @ForAll @IntRange(max = 40) int cycle,
      @ForAll @IntRange(max = 40) int more) {
    Schedule moved = schedule.anchoredAt(cycle, date);
    assertThat(moved.payment(cycle + more))
        .isEqualTo(new Schedule(date, schedule.interval(), schedule.zone()).payment(more));
  }

  @Property
  void paymentMovedOnceLeavesTheOthersWhereTheyWere(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 40) int cycle,
      @ForAll @LongRange(min = -900_000, max = 900_000) long seconds) {
    Instant once = schedule.payment(cycle).plusSeconds(seconds);
    List<Instant> preview = schedule.preview(once, cycle, 5);
    assertThat(preview.get(0)).isEqualTo(once);
    assertThat(preview.subList(1, 5)).isEqualTo(schedule.preview(cycle + 1, 4));
  }

  @Property
  void cycleFromIsTheFirstThatIsNotBefore(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 40) int from,
      @ForAll @IntRange(max = 80) int about,
      @ForAll @LongRange(min = -200_000, max = 200_000) long seconds) {
    Instant at = schedule.payment(about).plusSeconds(seconds);
    int found = schedule.cycleFrom(from, at);
    assertThat(found).isGreaterThanOrEqualTo(from);
    assertThat(schedule.payment(found)).isAfterOrEqualTo(at);
    if (found > from) {
      assertThat(schedule.payment(found - 1)).isBefore(at);
    }
  }

  @Property
  void latePaymentRestartsTheScheduleWithoutRenumberingIt(
      @ForAll("schedules") Schedule schedule,
      @ForAll @IntRange(max = 40) int cycle,
      @ForAll @LongRange(max = 5_000_000) long late) {
    Instant paid = schedule.payment(cycle).plusSeconds(late);
    Schedule restarted = schedule.restartedAt(cycle, paid);
    assertThat(restarted.payment(cycle + 1)).isAfter(paid);
    assertThat(restarted.interval()).isEqualTo(schedule.interval());
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    return CalendarArbitraries.schedules();
  }

  @Provide
  Arbitrary<LocalDateTime> anchors() {
    return CalendarArbitraries.anchors();
  }
}
