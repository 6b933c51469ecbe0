package org.evergreen.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTermsTest {

  private static final BillingInterval MONTHLY = BillingInterval.every(1, IntervalUnit.MONTH);
  private static final PriceRule TEN_PERCENT_OFF = new PriceRule.PercentOff(BigDecimal.TEN);
  private static final Money NO_FEE = Money.zero(CurrencyUnit.USD);

  @Test
  void aSingleIntervalAndPriceAreEnough() {
    PlanTerms terms = terms(TEN_PERCENT_OFF, NO_FEE, OptionalInt.empty());

    assertThat(terms.trial()).isEmpty();
    assertThat(terms.length()).isEmpty();
  }

  @Test
  void aNegativeSignUpFeeIsRefused() {
    Money fee = Money.parse("USD -1.00");

    assertThatThrownBy(() -> terms(TEN_PERCENT_OFF, fee, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("USD -1.00");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void aPlanWithoutAPaymentIsRefused(int payments) {
    assertThatThrownBy(() -> terms(TEN_PERCENT_OFF, NO_FEE, OptionalInt.of(payments)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(payments));
  }

  @Test
  void aSignUpFeeInAnotherCurrencyThanThePriceIsRefused() {
    PriceRule euros = new PriceRule.OwnPrice(Money.parse("EUR 10.00"));

    assertThatThrownBy(() -> terms(euros, NO_FEE, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The plan is priced in EUR, its sign-up fee is USD 0.00");
  }

  private static PlanTerms terms(PriceRule price, Money signUpFee, OptionalInt length) {
    return new PlanTerms(MONTHLY, price, signUpFee, Optional.empty(), length);
  }
}
