package org.evergreen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.terms.IntervalUnit.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void paymentZeroIsTheAnchor() {
    Schedule schedule = schedule("2026-01-31T10:15:30.123456", 1, MONTH, UTC);

    assertThat(schedule.payment(0)).isEqualTo(Instant.parse("2026-01-31T10:15:30.123456Z"));
  }

  @Test
  void aShortMonthDoesNotMoveTheDaysThatFollow() {
    assertThat(days("2026-01-31T10:00", 1, MONTH, 5))
        .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    assertThat(days("2026-01-30T10:00", 1, MONTH, 3))
        .containsExactly("2026-01-30", "2026-02-28", "2026-03-30");
    assertThat(days("2028-01-29T10:00", 1, MONTH, 3))
        .containsExactly("2028-01-29", "2028-02-29", "2028-03-29");
    assertThat(days("2026-11-30T10:00", 3, MONTH, 5))
        .containsExactly("2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30", "2027-11-30");
  }

  @Test
  void theTwentyNinthOfFebruaryComesBackInLeapYears() {
    assertThat(days("2024-02-29T10:00", 1, YEAR, 5))
        .containsExactly("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
    assertThat(days("2096-02-29T10:00", 4, YEAR, 3))
        .containsExactly("2096-02-29", "2100-02-28", "2104-02-29");
  }

  @Test
  void daysAndWeeksAreCountedThroughMonthEnds() {
    assertThat(days("2026-12-25T10:00", 10, DAY, 3))
        .containsExactly("2026-12-25", "2027-01-04", "2027-01-14");
    assertThat(days("2028-02-22T10:00", 1, WEEK, 3))
        .containsExactly("2028-02-22", "2028-02-29", "2028-03-07");
  }

  @Test
  void theLocalTimeIsKeptWhenClocksChange() {
    Schedule schedule = schedule("2026-02-15T18:00", 1, MONTH, BERLIN);

    assertThat(schedule.preview(0, 3))
        .containsExactly(
            Instant.parse("2026-02-15T17:00:00Z"),
            Instant.parse("2026-03-15T17:00:00Z"),
            Instant.parse("2026-04-15T16:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T01:30:00Z",
    "America/New_York, 2026-03-08T02:00, 2026-03-08T07:00:00Z",
    "Australia/Lord_Howe, 2026-10-04T02:15, 2026-10-03T15:45:00Z",
    "America/Havana, 2026-03-08T00:00, 2026-03-08T05:00:00Z",
  })
  void aTimeThatTheDayLacksMovesForwardByTheGap(
      ZoneId zone, LocalDateTime missing, Instant expectedPayment) {
    LocalDateTime dayBefore = missing.minusDays(1);
    Schedule schedule = new Schedule(dayBefore, BillingInterval.every(1, DAY), zone);

    assertThat(schedule.payment(1)).isEqualTo(expectedPayment);
    assertThat(schedule.payment(2).atZone(zone).toLocalDateTime()).isEqualTo(missing.plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T00:30:00Z",
    "America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z",
    "Australia/Lord_Howe, 2026-04-05T01:45, 2026-04-04T14:45:00Z",
  })
  void aTimeThatComesTwiceIsTakenAtTheFirst(
      ZoneId zone, LocalDateTime twice, Instant expectedPayment) {
    Schedule schedule = new Schedule(twice.minusWeeks(1), BillingInterval.every(1, WEEK), zone);

    assertThat(schedule.payment(1)).isEqualTo(expectedPayment);
  }

  @Test
  void aDayThatACountryLeftOutIsBilledTogetherWithTheNext() {
    ZoneId samoa = ZoneId.of("Pacific/Apia");
    Schedule schedule = schedule("2011-12-29T10:00", 1, DAY, samoa);

    assertThat(schedule.payment(1)).isEqualTo(schedule.payment(2));
    assertThat(schedule.currentCycle(1, schedule.payment(1))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T10:00:00Z, 1",
    "2026-03-31T09:59:59.999999Z, 1",
    "2026-03-31T10:00:00Z, 2",
    "2026-06-15T00:00:00Z, 4",
    "2126-01-31T10:00:00Z, 1200",
  })
  void cyclesMissedAsAWholeAreLeftOut(Instant now, int expectedCycle) {
    Schedule schedule = schedule("2026-01-31T10:00", 1, MONTH, UTC);

    assertThat(schedule.currentCycle(1, now)).isEqualTo(expectedCycle);
  }

  @ParameterizedTest
  @CsvSource({"2020-01-01T00:00:00Z", "2026-01-31T10:00:00Z", "2026-04-30T09:59:59Z"})
  void aClockThatIsBehindNeverFallsBackBeforeTheDueCycle(Instant now) {
    Schedule schedule = schedule("2026-01-31T10:00", 1, MONTH, UTC);

    assertThat(schedule.currentCycle(3, now)).isEqualTo(3);
  }

  @Test
  void aThousandYearsOfMissedDaysAreSkipped() {
    Schedule schedule = schedule("1970-01-01T02:30", 1, DAY, BERLIN);
    Instant now = Instant.parse("2970-01-01T12:00:00Z");

    long days = ChronoUnit.DAYS.between(LocalDate.of(1970, 1, 1), LocalDate.of(2970, 1, 1));
    assertThat(schedule.currentCycle(1, now)).isEqualTo((int) days);
  }

  @Test
  void thePreviewBeginsWithTheAskedCycle() {
    Schedule schedule = schedule("2026-01-31T10:00", 1, MONTH, UTC);

    assertThat(schedule.preview(2, 2))
        .containsExactly(
            Instant.parse("2026-03-31T10:00:00Z"), Instant.parse("2026-04-30T10:00:00Z"));
    assertThat(schedule.preview(2, 0)).isEmpty();
  }

  @Test
  void cyclesBeforeTheAnchorAreRefused() {
    Schedule schedule = schedule("2026-01-31T10:00", 1, MONTH, UTC);

    assertThatThrownBy(() -> schedule.payment(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Payments are counted from 0, not -1");
    assertThatThrownBy(() -> schedule.currentCycle(-1, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Payments are counted from 0, not -1");
  }

  private static Stream<String> days(String anchor, int count, IntervalUnit unit, int payments) {
    List<Instant> preview = schedule(anchor, count, unit, UTC).preview(0, payments);
    return preview.stream().map(payment -> LocalDate.ofInstant(payment, UTC).toString());
  }

  private static Schedule schedule(String anchor, int count, IntervalUnit unit, ZoneId zone) {
    return new Schedule(LocalDateTime.parse(anchor), BillingInterval.every(count, unit), zone);
  }
}
