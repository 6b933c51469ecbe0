package org.evergreen.money;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * A part of an amount: 0 to 100 percent, kept without trailing zeros.
 *
 * @param value in percent, for example 12.5
 */
public record Percentage(BigDecimal value) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Percentage {
    if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
      throw new IllegalArgumentException("A percentage is 0 to 100, not " + value);
    }
    value = new BigDecimal(value.stripTrailingZeros().toPlainString());
  }

  /**
   * A percentage from text.
   *
   * @throws NumberFormatException if it is no number
   */
  public static Percentage of(String value) {
    return new Percentage(new BigDecimal(value));
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  /** This part of an amount, rounded once. */
  public Money of(Money amount) {
    return Rounding.round(
        amount.getCurrencyUnit(), amount.getAmount().multiply(value).movePointLeft(2));
  }

  /** For example {@code 12.5%}. */
  @Override
  public String toString() {
    return value.toPlainString() + "%";
  }
}
