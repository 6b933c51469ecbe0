package org.evergreen.calendar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.evergreen.money.Rounding;
import org.joda.money.Money;

/**
 * The part of a cycle that is paid, in whole days of the shop.
 *
 * @param days 0 to {@code ofDays}
 * @param ofDays days of the whole cycle, at least 1
 */
public record Part(int days, int ofDays) {

  private static final Part NONE = new Part(0, 1);
  private static final Part WHOLE = new Part(1, 1);

  public Part {
    if (ofDays < 1 || days < 0 || days > ofDays) {
      throw new IllegalArgumentException("Not a part of a cycle: " + days + " of " + ofDays);
    }
  }

  /** Nothing of it. */
  public static Part none() {
    return NONE;
  }

  /** All of it. */
  public static Part whole() {
    return WHOLE;
  }

  public boolean isNone() {
    return days == 0;
  }

  public boolean isWhole() {
    return days == ofDays;
  }

  /** This part of an amount, rounded once. */
  public Money of(Money whole) {
    if (isWhole()) {
      return whole;
    }
    // More digits than any amount has: what is a half unit stays one, so the rounding sees it.
    BigDecimal exact =
        whole
            .getAmount()
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(ofDays), MathContext.DECIMAL128);
    return Rounding.round(whole.getCurrencyUnit(), exact);
  }
}
