package org.evergreen.change.proration;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.evergreen.money.Rounding;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An exact number, in lowest terms with a denominator above zero. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

  static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /** Digits that {@link #toBigMoney} keeps beyond those of the currency. */
  private static final int FINE = 12;

  Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("A fraction of nothing: " + numerator + "/0");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  static Fraction of(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  static Fraction of(BigDecimal number) {
    return number.scale() <= 0
        ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  static Fraction of(Money amount) {
    return of(amount.getAmount());
  }

  static Fraction of(BigMoney amount) {
    return of(amount.getAmount());
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction times(long number) {
    return times(of(number));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction dividedBy(long number) {
    return dividedBy(of(number));
  }

  Fraction orZeroIfNegative() {
    return signum() < 0 ? ZERO : this;
  }

  int signum() {
    return numerator.signum();
  }

  boolean isZero() {
    return signum() == 0;
  }

  /** The largest whole number that is not above it. */
  BigInteger floor() {
    BigInteger[] parts = numerator.divideAndRemainder(denominator);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The amount, rounded once. */
  Money round(CurrencyUnit currency) {
    return Rounding.round(currency, decimal(currency.getDecimalPlaces() + 1));
  }

  /**
   * A decimal of the same sign that rounds like this fraction: cut off behind the digits, with one
   * more digit that says whether anything was cut off.
   */
  private BigDecimal decimal(int digits) {
    BigDecimal cut =
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), digits, RoundingMode.DOWN)
            .setScale(digits + 1);
    return of(cut).equals(this)
        ? cut
        : cut.add(BigDecimal.valueOf(signum()).movePointLeft(digits + 1));
  }

  /** The amount with its fractions of a minor unit, as it is kept. */
  BigMoney toBigMoney(CurrencyUnit currency) {
    return BigMoney.of(
        currency,
        new BigDecimal(numerator)
            .divide(new BigDecimal(denominator), FINE, RoundingMode.HALF_UP)
            .stripTrailingZeros());
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
