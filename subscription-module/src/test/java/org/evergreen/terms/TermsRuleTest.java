package org.evergreen.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.TermsRule.DAY_FITS_INTERVAL;
import static org.evergreen.terms.TermsRule.GRACE_WITHIN_INTERVAL;
import static org.evergreen.terms.TermsRule.MINIMUM_WITHIN_LENGTH;
import static org.evergreen.terms.TermsRule.NO_TRIAL_WHEN_PRORATED;
import static org.evergreen.terms.TermsRule.NO_TRIAL_WHEN_SHIPPING_ONCE;
import static org.evergreen.testing.DraftBuilder.plan;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.testing.DraftBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TermsRuleTest {

  private static final AlignmentDay FIRST = new AlignmentDay.DayOfMonth(1);
  private static final AlignmentDay MONDAY = new AlignmentDay.Weekday(DayOfWeek.MONDAY);
  private static final AlignmentDay NEW_YEAR = new AlignmentDay.DayOfYear(MonthDay.of(1, 1));

  @ParameterizedTest
  @EnumSource(IntervalUnit.class)
  void eachKindOfDayFitsOneUnit(IntervalUnit unit) {
    assertThat(brokenByDay(MONDAY, unit)).isEqualTo(unit != IntervalUnit.WEEK);
    assertThat(brokenByDay(FIRST, unit)).isEqualTo(unit != IntervalUnit.MONTH);
    assertThat(brokenByDay(new AlignmentDay.LastDayOfMonth(), unit))
        .isEqualTo(unit != IntervalUnit.MONTH);
    assertThat(brokenByDay(NEW_YEAR, unit)).isEqualTo(unit != IntervalUnit.YEAR);
  }

  private static boolean brokenByDay(AlignmentDay day, IntervalUnit unit) {
    Alignment alignment = new Alignment(day, FirstPayment.FULL_NOW, 0);
    return TermsRule.brokenBy(
            new TermsRule.Parts(
                Optional.of(BillingInterval.every(1, unit)),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(alignment),
                Optional.of(PlanConditions.usual())))
        .contains(DAY_FITS_INTERVAL);
  }

  @ParameterizedTest
  @CsvSource({
    "1, WEEK, 7, false",
    "1, WEEK, 8, true",
    "2, WEEK, 14, false",
    "2, WEEK, 15, true",
    "1, MONTH, 28, false",
    "1, MONTH, 29, true",
    "2, MONTH, 56, false",
    "2, MONTH, 57, true",
    "1, YEAR, 60, false"
  })
  void graceIsNotLongerThanTheShortestInterval(
      int count, IntervalUnit unit, int grace, boolean broken) {
    AlignmentDay day =
        unit == IntervalUnit.WEEK ? MONDAY : unit == IntervalUnit.MONTH ? FIRST : NEW_YEAR;
    assertThat(
            TermsRule.brokenBy(
                    new TermsRule.Parts(
                        Optional.of(BillingInterval.every(count, unit)),
                        Optional.empty(),
                        OptionalInt.empty(),
                        Optional.of(new Alignment(day, FirstPayment.FULL_NOW, grace)),
                        Optional.empty()))
                .contains(GRACE_WITHIN_INTERVAL))
        .isEqualTo(broken);
  }

  @Test
  void trialGoesWithEveryFirstPaymentThatIsNotProrated() {
    assertThat(firstPayment(plan("p").trial(1, IntervalUnit.WEEK).nothingUntil(FIRST)))
        .contains(FirstPayment.NOTHING_UNTIL_DAY);
    assertThat(firstPayment(plan("p").trial(1, IntervalUnit.WEEK).fullNowThenOn(FIRST)))
        .contains(FirstPayment.FULL_NOW);
    assertThatThrownBy(() -> plan("p").trial(1, IntervalUnit.WEEK).proratedTo(FIRST).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("These are no terms: there is a trial although the first payment is prorated");
  }

  private static Optional<FirstPayment> firstPayment(DraftBuilder plan) {
    return plan.build().terms().alignment().map(Alignment::firstPayment);
  }

  @Test
  void everythingBrokenIsNamedAtOnce() {
    TermsRule.Parts parts =
        new TermsRule.Parts(
            Optional.of(BillingInterval.every(1, IntervalUnit.DAY)),
            Optional.of(new Trial(BillingInterval.every(1, IntervalUnit.DAY))),
            OptionalInt.of(2),
            Optional.of(new Alignment(FIRST, FirstPayment.PRORATED, 2)),
            Optional.of(
                new PlanConditions(
                    true, PurchaseLimit.NONE, new Commitment(3, 0), DownloadRelease.ALL_AT_ONCE)));
    assertThat(TermsRule.brokenBy(parts))
        .containsExactly(
            DAY_FITS_INTERVAL,
            GRACE_WITHIN_INTERVAL,
            NO_TRIAL_WHEN_PRORATED,
            NO_TRIAL_WHEN_SHIPPING_ONCE,
            MINIMUM_WITHIN_LENGTH);
  }

  @Test
  void minimumMayBeAllPayments() {
    assertThat(plan("p").payments(3).commitment(3, 0).build().terms().length()).hasValue(3);
    assertThat(plan("p").commitment(999, 0).build().terms().length()).isEmpty();
    assertThatThrownBy(() -> plan("p").payments(3).commitment(4, 0).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "These are no terms: more payments are required before cancelling than there are");
  }

  @Test
  void unknownPartsBreakNothing() {
    assertThat(
            TermsRule.brokenBy(
                new TermsRule.Parts(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .isEmpty();
  }
}
