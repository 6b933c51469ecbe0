package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinorUnitsTest {

  @ParameterizedTest
  @CsvSource({
    "USD 9.90, 990",
    "EUR 0.01, 1",
    "JPY 500, 500",
    "KRW 12000, 12000",
    "CLP 990, 990",
    "VND 50000, 50000",
    "MGA 100.00, 100",
    "ISK 5, 500",
    "UGX 5, 500",
    "HUF 10.45, 1045",
    "TWD 800.45, 80045",
    "KWD 5.120, 5120",
    "BHD 0.010, 10",
    "TND 1.000, 1000",
    "USD 999999.99, 99999999",
    "JPY 1000000000, 1000000000",
    "IDR 9999999999.99, 999999999999"
  })
  void amountIsCountedAsStripeCountsIt(String amount, long expected) {
    assertThat(MinorUnits.of(Money.parse(amount))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "USD 1000000.00, as much as",
    "IDR 10000000000.00, as much as",
    "KPW 5.00, does not take",
    "IRR 5.00, does not take"
  })
  void amountThatStripeDoesNotChargeIsNotAskedFor(String amount, String why) {
    assertThatThrownBy(() -> MinorUnits.of(Money.parse(amount)))
        .isInstanceOf(UnchargeableAmountException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"usd, 990, USD 9.90", "jpy, 500, JPY 500", "kwd, 5120, KWD 5.120", "isk, 500, ISK 5"})
  void numberIsReadAsStripeCountsIt(String currency, long number, String amount) {
    assertThat(MinorUnits.money(currency, number)).isEqualTo(Money.parse(amount));
  }

  @ParameterizedTest
  @CsvSource({"KWD 5.124, steps of 10", "JOD 0.001, steps of 10", "MGA 100.20, steps of 1"})
  void amountThatIsTooFineIsNeverRounded(String amount, String why) {
    assertThatThrownBy(() -> MinorUnits.of(Money.parse(amount)))
        .isInstanceOf(UnchargeableAmountException.class)
        .hasMessageContaining(amount)
        .hasMessageContaining(why);
  }
}
