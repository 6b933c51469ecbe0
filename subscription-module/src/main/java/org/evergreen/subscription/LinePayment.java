package org.evergreen.subscription;

import java.math.BigDecimal;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * What was really paid for the time that a line has a right to, up to the subscription's next
 * payment. What a change is worth is worked out from it, see {@code docs/10-proration.md}.
 *
 * @param paid recurring part only, after discounts, in the terms of the shop's prices; it may hold
 *     fractions of a minor unit
 * @param cycleDays how many days a full payment lasts, 1 or more and not always a whole number; the
 *     time itself may be shorter, for example after a prorated first payment
 */
public record LinePayment(BigMoney paid, BigDecimal cycleDays) {

  public LinePayment {
    cycleDays = cycleDays.stripTrailingZeros();
    if (cycleDays.compareTo(BigDecimal.ONE) < 0 || paid.isNegative()) {
      throw new IllegalArgumentException(
          "A line was not paid with " + paid + " for cycles of " + cycleDays + " days");
    }
  }

  /** Paid for cycles of whole days. */
  public LinePayment(BigMoney paid, long cycleDays) {
    this(paid, BigDecimal.valueOf(cycleDays));
  }

  /** A whole amount paid for cycles of whole days. */
  public LinePayment(Money paid, long cycleDays) {
    this(paid.toBigMoney(), cycleDays);
  }
}
