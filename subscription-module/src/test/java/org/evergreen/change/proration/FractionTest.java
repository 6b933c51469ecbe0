package org.evergreen.change.proration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

  @ParameterizedTest
  @CsvSource({
    "210, 31, USD, USD 6.77",
    "1, 200, USD, USD 0.01",
    "-1, 200, USD, USD -0.01",
    "1, 201, USD, USD 0.00",
    "1000001, 200000000, USD, USD 0.01",
    "999999, 200000000, USD, USD 0.00",
    "13, 2, JPY, JPY 7",
    "12345, 10000, KWD, KWD 1.235",
  })
  void isRoundedOnceHalfUp(long numerator, long denominator, String currency, String amount) {
    assertThat(fraction(numerator, denominator).round(CurrencyUnit.of(currency)))
        .isEqualTo(Money.parse(amount));
  }

  @ParameterizedTest
  @CsvSource({"15, 2, 7", "-15, 2, -8", "14, 2, 7", "-14, 2, -7", "0, 5, 0"})
  void theFloorIsTheWholeNumberBelow(long numerator, long denominator, long floor) {
    assertThat(fraction(numerator, denominator).floor()).isEqualTo(BigInteger.valueOf(floor));
  }

  @Property
  void addingAndTakingAwayLeavesNothing(
      @ForAll int a,
      @ForAll @IntRange(min = 1) int b,
      @ForAll int c,
      @ForAll @IntRange(min = 1) int d) {
    Fraction one = fraction(a, b);
    Fraction other = fraction(c, d);

    assertThat(one.plus(other).minus(other)).isEqualTo(one);
    assertThat(one.times(d).dividedBy(d)).isEqualTo(one);
    assertThat(one.compareTo(other)).isEqualTo(Long.signum((long) a * d - (long) c * b));
  }

  @Test
  void decimalsAreTakenExactly() {
    assertThat(Fraction.of(new BigDecimal("0.125"))).isEqualTo(fraction(1, 8));
    assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(fraction(1000, 1));
  }

  @Test
  void nothingIsDividedByZero() {
    assertThatThrownBy(() -> fraction(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  private static Fraction fraction(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }
}
