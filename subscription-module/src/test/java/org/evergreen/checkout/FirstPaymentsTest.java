package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.testing.OfferBuilder.every;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.evergreen.money.Working;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.testing.OfferBuilder;
import org.junit.jupiter.api.Test;

class FirstPaymentsTest {

  private static final AlignmentDay FIRST = new AlignmentDay.DayOfMonth(1);

  @Test
  void planWithoutTrialOrDayIsPaidInFullWithItsSignUpFee() {
    DueToday due = on("2026-04-19", monthly("10.50").signUpFee("3"));
    assertThat(due.why()).isEqualTo(DueToday.Why.FULL);
    assertThat(due.recurring()).isEqualTo(usd("10.50"));
    assertThat(due.amount()).isEqualTo(usd("13.50"));
    assertThat(due.delivers()).isTrue();
  }

  @Test
  void trialCostsOnlyItsSignUpFeeAndSendsNothing() {
    DueToday due = on("2026-04-19", monthly("10.50").trial(14, DAY).signUpFee("3"));
    assertThat(due.why()).isEqualTo(DueToday.Why.IN_TRIAL);
    assertThat(due.amount()).isEqualTo(usd("3.00"));
    assertThat(due.delivers()).isFalse();
  }

  @Test
  void daysToTheAlignedDayArePaidByTheDaysOfTheRunningCycle() {
    DueToday april = on("2026-04-19", monthly("10.50").proratedTo(FIRST));
    assertThat(april.why()).isEqualTo(DueToday.Why.PRORATED);
    assertThat(april.payday()).contains(LocalDate.parse("2026-05-01"));
    assertThat(april.recurring()).isEqualTo(usd("4.20"));
    assertThat(on("2026-02-15", monthly("28").proratedTo(FIRST)).recurring())
        .isEqualTo(usd("14.00"));
    AlignmentDay monday = new AlignmentDay.Weekday(DayOfWeek.MONDAY);
    assertThat(on("2026-04-18", every(1, WEEK, "7").proratedTo(monday)).recurring())
        .isEqualTo(usd("2.00"));
    AlignmentDay newYear = new AlignmentDay.DayOfYear(MonthDay.of(1, 1));
    assertThat(on("2026-12-22", yearly("365").proratedTo(newYear)).recurring())
        .isEqualTo(usd("10.00"));
  }

  @Test
  void onTheAlignedDayItselfAllIsPaid() {
    for (OfferBuilder offer :
        List.of(
            monthly("10.50").proratedTo(FIRST),
            monthly("10.50").fullNowThenOn(FIRST),
            monthly("10.50").nothingUntil(FIRST))) {
      DueToday due = on("2026-05-01", offer);
      assertThat(due.why()).isEqualTo(DueToday.Why.FULL);
      assertThat(due.amount()).isEqualTo(usd("10.50"));
    }
  }

  @Test
  void fullPriceNowAndNothingUntilTheDayAreWhatTheySay() {
    DueToday full = on("2026-04-19", monthly("10.50").fullNowThenOn(FIRST));
    assertThat(full.why()).isEqualTo(DueToday.Why.FULL);
    assertThat(full.amount()).isEqualTo(usd("10.50"));
    DueToday nothing = on("2026-04-19", monthly("10.50").nothingUntil(FIRST).signUpFee("2"));
    assertThat(nothing.why()).isEqualTo(DueToday.Why.NOTHING_UNTIL_DAY);
    assertThat(nothing.amount()).isEqualTo(usd("2.00"));
    assertThat(nothing.delivers()).isFalse();
  }

  @Test
  void withinTheGraceTheFullPricePaysForTheComingCycle() {
    DueToday near = on("2026-04-28", monthly("10.50").proratedTo(FIRST).grace(3));
    assertThat(near.why()).isEqualTo(DueToday.Why.FULL_WITH_GRACE);
    assertThat(near.amount()).isEqualTo(usd("10.50"));
    assertThat(on("2026-04-27", monthly("10.50").proratedTo(FIRST).grace(3)).why())
        .isEqualTo(DueToday.Why.PRORATED);
  }

  @Test
  void workingAddsUpToTheAmountOfAllUnits() {
    DueToday due = on("2026-04-19", monthly("10.50").proratedTo(FIRST).signUpFee("2"));
    Working working = due.working("Coffee", 2);
    assertThat(working.lines())
        .extracting(Working.Line::text)
        .containsExactly(
            "2 x Coffee: 12 days of 30 until 1 May 2026, at $10.50 for all of them",
            "2 x Coffee: sign-up fee, paid once");
    assertThat(working.lines())
        .extracting(line -> line.amount().orElseThrow())
        .containsExactly(usd("8.40"), usd("4.00"));
  }

  private static DueToday on(String day, OfferBuilder offer) {
    return FirstPayments.of(offer.build(), LocalDate.parse(day));
  }
}
