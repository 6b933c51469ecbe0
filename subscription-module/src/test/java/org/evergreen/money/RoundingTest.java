package org.evergreen.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

  @ParameterizedTest
  @CsvSource({
    "USD, 6.774, USD 6.77",
    "USD, 6.775, USD 6.78",
    "USD, 6.785, USD 6.79",
    "USD, -6.775, USD -6.78",
    "USD, 0.0049999, USD 0.00",
    "USD, 7, USD 7.00",
    "USD, 1E+3, USD 1000.00",
    "JPY, 6.5, JPY 7",
    "JPY, 6.49, JPY 6",
    "KWD, 1.2345, KWD 1.235",
  })
  void halfAMinorUnitIsRoundedAwayFromZero(
      String currency, BigDecimal exact, String expectedAmount) {
    assertThat(Rounding.round(CurrencyUnit.of(currency), exact))
        .isEqualTo(Money.parse(expectedAmount));
  }

  @ParameterizedTest
  @CsvSource({"9999999999999999999999999.995, USD 10000000000000000000000000.00"})
  void noDigitIsLostInLargeAmounts(BigDecimal exact, String expectedAmount) {
    assertThat(Rounding.round(CurrencyUnit.USD, exact)).isEqualTo(Money.parse(expectedAmount));
  }

  @org.junit.jupiter.api.Test
  void aMissingValueIsRefused() {
    assertThatThrownBy(() -> Rounding.round(CurrencyUnit.USD, null))
        .isInstanceOf(NullPointerException.class);
  }

  @Property
  void theResultIsTheNearestAmountThatExists(
      @ForAll("currencies") CurrencyUnit currency, @ForAll("exactValues") BigDecimal exact) {
    Money rounded = Rounding.round(currency, exact);

    BigDecimal half = BigDecimal.valueOf(5, currency.getDecimalPlaces() + 1);
    assertThat(rounded.getScale()).isEqualTo(currency.getDecimalPlaces());
    assertThat(rounded.getAmount().subtract(exact).abs()).isLessThanOrEqualTo(half);
  }

  @Property
  void roundingAgreesWithWholeNumberArithmetic(
      @ForAll("currencies") CurrencyUnit currency, @ForAll("exactValues") BigDecimal exact) {
    Money rounded = Rounding.round(currency, exact);

    assertThat(rounded.getAmountMinor().toBigIntegerExact())
        .isEqualTo(nearestMinorUnits(exact, currency.getDecimalPlaces()));
  }

  @Property
  void roundingAgainChangesNothing(
      @ForAll("currencies") CurrencyUnit currency, @ForAll("exactValues") BigDecimal exact) {
    Money once = Rounding.round(currency, exact);

    assertThat(Rounding.round(currency, once.getAmount())).isEqualTo(once);
  }

  @Property
  void debitAndCreditOfTheSameValueCancelOut(
      @ForAll("currencies") CurrencyUnit currency, @ForAll("exactValues") BigDecimal exact) {
    Money debit = Rounding.round(currency, exact);
    Money credit = Rounding.round(currency, exact.negate());

    assertThat(debit.plus(credit).isZero()).isTrue();
  }

  @Property
  void aLargerValueNeverBecomesASmallerAmount(
      @ForAll("currencies") CurrencyUnit currency,
      @ForAll("exactValues") BigDecimal one,
      @ForAll("exactValues") BigDecimal other) {
    Money smaller = Rounding.round(currency, one.min(other));
    Money larger = Rounding.round(currency, one.max(other));

    assertThat(smaller.isGreaterThan(larger)).isFalse();
  }

  /** floor((2 * |value| * 10^places + 1) / 2) with the value's sign, all in whole numbers. */
  private static BigInteger nearestMinorUnits(BigDecimal exact, int places) {
    BigInteger numerator = exact.unscaledValue().abs().multiply(BigInteger.TEN.pow(places));
    BigInteger denominator = BigInteger.TEN.pow(exact.scale());
    BigInteger nearest =
        numerator
            .multiply(BigInteger.TWO)
            .add(denominator)
            .divide(denominator.multiply(BigInteger.TWO));
    return exact.signum() < 0 ? nearest.negate() : nearest;
  }

  @Provide
  Arbitrary<CurrencyUnit> currencies() {
    return Arbitraries.of("USD", "EUR", "JPY", "KWD", "CLF", "HUF").map(CurrencyUnit::of);
  }

  @Provide
  Arbitrary<BigDecimal> exactValues() {
    return Arbitraries.integers()
        .between(0, 8)
        .flatMap(
            scale ->
                Arbitraries.longs()
                    .between(-1_000_000_000_000L, 1_000_000_000_000L)
                    .map(unscaled -> BigDecimal.valueOf(unscaled, scale)));
  }
}
