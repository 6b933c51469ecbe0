package org.evergreen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.Alignment.FirstPayment.FULL_NOW;
import static org.evergreen.terms.Alignment.FirstPayment.NOTHING_UNTIL_DAY;
import static org.evergreen.terms.Alignment.FirstPayment.PRORATED;
import static org.evergreen.terms.BillingInterval.every;
import static org.evergreen.terms.IntervalUnit.MONTH;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.terms.IntervalUnit.YEAR;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.AlignmentDay.DayOfMonth;
import org.evergreen.terms.AlignmentDay.DayOfYear;
import org.evergreen.terms.AlignmentDay.LastDayOfMonth;
import org.evergreen.terms.AlignmentDay.Weekday;
import org.evergreen.terms.BillingInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignedStartTest {

  private static final AlignmentDay FIRST = new DayOfMonth(1);

  @ParameterizedTest(name = "{0} with {1} days of grace")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # choice          | grace | part  | cycle of 1 May | next cycle
          FULL_NOW          | 0     | 1/1   | 1              | 1
          FULL_NOW          | 14    | 1/1   | 1              | 1
          FULL_NOW          | 15    | 1/1   | 0              | 1
          NOTHING_UNTIL_DAY | 0     | 0/1   | 0              | 0
          NOTHING_UNTIL_DAY | 15    | 0/1   | 0              | 0
          PRORATED          | 0     | 15/30 | 0              | 0
          PRORATED          | 15    | 1/1   | 0              | 1
          """)
  void signUpInTheMiddleOfTheMonthPaysAsTheMerchantChose(
      FirstPayment choice, int grace, String part, int cycleOfDay, int next) {
    AlignedStart start = start(FIRST, choice, grace, every(1, MONTH), "2026-04-16");
    assertThat(start.firstDay()).isEqualTo("2026-05-01");
    assertThat(start.part().days() + "/" + start.part().ofDays()).isEqualTo(part);
    assertThat(start.cycleOfFirstDay()).isEqualTo(cycleOfDay);
    assertThat(start.nextCycle()).isEqualTo(next);
  }

  @Test
  void signUpOnTheDayItselfPaysTheWholeCycle() {
    for (FirstPayment choice : FirstPayment.values()) {
      AlignedStart start = start(FIRST, choice, 30, every(1, MONTH), "2026-05-01");
      assertThat(start.part().isWhole()).isTrue();
      assertThat(start.firstDay()).isEqualTo("2026-05-01");
      assertThat(start.nextCycle()).isEqualTo(1);
    }
  }

  @Test
  void partIsCountedInDaysOfTheRunningCycle() {
    assertThat(start(FIRST, PRORATED, 0, every(1, MONTH), "2026-02-15").part())
        .isEqualTo(new Part(14, 28));
    assertThat(start(FIRST, PRORATED, 0, every(3, MONTH), "2026-04-16").part())
        .isEqualTo(new Part(15, 89));
    assertThat(
            start(new Weekday(DayOfWeek.MONDAY), PRORATED, 0, every(1, WEEK), "2026-04-16").part())
        .isEqualTo(new Part(4, 7));
    assertThat(start(new LastDayOfMonth(), PRORATED, 0, every(1, MONTH), "2026-02-14").part())
        .isEqualTo(new Part(14, 28));
    MonthDay leapDay = MonthDay.of(2, 29);
    assertThat(start(new DayOfYear(leapDay), PRORATED, 0, every(1, YEAR), "2027-12-31").part())
        .isEqualTo(new Part(60, 366));
  }

  @Test
  void lastDayOfTheMonthStaysTheLastAfterFebruary() {
    assertThat(days(new LastDayOfMonth(), every(1, MONTH), "2026-02-10"))
        .containsExactly("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    assertThat(days(new LastDayOfMonth(), every(12, MONTH), "2026-02-10"))
        .containsExactly("2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28");
  }

  @Test
  void leapDayIsTheTwentyEighthInOtherYears() {
    assertThat(days(new DayOfYear(MonthDay.of(2, 29)), every(1, YEAR), "2026-02-10"))
        .containsExactly("2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28");
  }

  private static AlignedStart start(
      AlignmentDay day, FirstPayment choice, int grace, BillingInterval interval, String signUp) {
    return AlignedStart.of(new Alignment(day, choice, grace), interval, LocalDate.parse(signUp));
  }

  private static List<String> days(AlignmentDay day, BillingInterval interval, String signUp) {
    Alignment alignment = new Alignment(day, NOTHING_UNTIL_DAY, 0);
    return AlignedStart.of(alignment, interval, LocalDate.parse(signUp))
        .schedule(alignment, interval, LocalTime.of(9, 0), ZoneOffset.UTC)
        .preview(0, 4)
        .stream()
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
        .toList();
  }

  @Test
  void fullPaymentBeforeTheDayIsACycleOfItsOwn() {
    Alignment alignment = new Alignment(FIRST, FULL_NOW, 0);
    AlignedStart start = AlignedStart.of(alignment, every(1, MONTH), LocalDate.parse("2026-04-16"));
    Schedule schedule =
        start.schedule(alignment, every(1, MONTH), LocalTime.of(9, 0), ZoneOffset.UTC);
    assertThat(schedule.payment(start.nextCycle())).isEqualTo("2026-05-01T09:00:00Z");
  }
}
