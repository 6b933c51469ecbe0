package org.evergreen.change.proration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.ChangePolicies.AppliesTo;
import org.evergreen.settings.ChangePolicies.Downgrade;
import org.evergreen.settings.ChangePolicies.Length;
import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.evergreen.settings.ChangePolicies.Switching;
import org.evergreen.settings.ChangePolicies.Upgrade;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

  private static final ChangePolicies RESTART_AND_EXTEND =
      new ChangePolicies(
          Switching.UP_AND_DOWN,
          Upgrade.RESTART,
          Downgrade.EXTEND,
          SignUpFee.NONE,
          Length.RESTART,
          AppliesTo.ALL_PRODUCTS);

  private static Changing april() {
    return Changing.paid("USD 10.00", "2026-04-01", "2026-05-01").on("2026-04-16");
  }

  @Test
  void moreGoesByTheUpgradePolicyAndLessByTheDowngradePolicy() {
    assertThat(Policies.of(april().to("USD 20.00"), RESTART_AND_EXTEND))
        .isInstanceOf(Restart.class);
    assertThat(Policies.of(april().to("USD 5.00"), RESTART_AND_EXTEND)).isInstanceOf(Extend.class);
  }

  @Test
  void anEqualRateKeepsDateAndCostsNothingUnderAnyPolicy() {
    TermChange change = april().to("USD 10.00");

    Proration result = Policies.of(change, RESTART_AND_EXTEND).settle(change);

    assertThat(result.dueNow().isZero()).isTrue();
    assertThat(result.timing()).isEqualTo(Proration.Timing.DATE_KEPT);
  }

  @Test
  void aLongerIntervalGoesByTheUpgradePolicyThoughADayIsCheaper() {
    TermChange change = april().to("USD 100.00", Changing.YEARLY);

    assertThat(change.direction()).isEqualTo(Direction.DOWNGRADE);
    assertThat(Policies.of(change, RESTART_AND_EXTEND)).isInstanceOf(Restart.class);
    assertThat(Policies.goesUp(change)).isTrue();
  }

  @Test
  void inATrialTheNewPlansTrialGoesOnOrItsFirstPaymentIsDue() {
    TermChange change =
        Changing.paid("USD 0.00", "2026-04-01", "2026-05-01").on("2026-04-16").to("USD 20.00");

    Proration goesOn = new InTrial(true).settle(change);
    Proration startsNow = new InTrial(false).settle(change);

    assertThat(goesOn.dueNow().isZero()).isTrue();
    assertThat(goesOn.after().end()).isEqualTo(change.term().end());
    assertThat(startsNow.dueNow()).isEqualTo(Money.parse("USD 20.00"));
    assertThat(startsNow.after().date(startsNow.after().end())).hasToString("2026-05-16");
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, USD 5.00, USD 9.00, USD 0.00",
    "DIFFERENCE, USD 5.00, USD 9.00, USD 4.00",
    "DIFFERENCE, USD 9.00, USD 5.00, USD 0.00",
    "FULL, USD 9.00, USD 5.00, USD 5.00",
  })
  void theSignUpFeeIsNoneItsDifferenceOrFull(
      SignUpFee policy, String before, String after, String due) {
    assertThat(SignUpFees.due(policy, Money.parse(before), Money.parse(after)))
        .isEqualTo(Money.parse(due));
  }

  @ParameterizedTest
  @CsvSource({
    "RESTART, 12, 3, false, 12",
    "RESTART, 12, 3, true, 11",
    "SUBTRACT_PAID, 12, 3, false, 9",
    "SUBTRACT_PAID, 12, 3, true, 8",
    "SUBTRACT_PAID, 2, 3, false, 0",
  })
  void paymentsAreCountedAnewOrGoOn(
      Length policy, int length, int made, boolean paysNow, int toCome) {
    assertThat(PaymentsToCome.after(policy, OptionalInt.of(length), made, paysNow))
        .hasValue(toCome);
    assertThat(PaymentsToCome.after(policy, OptionalInt.empty(), made, paysNow)).isEmpty();
  }
}
