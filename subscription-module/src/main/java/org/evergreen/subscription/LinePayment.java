package org.evergreen.subscription;

import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * What was really paid for the time that a line has a right to, up to the subscription's next
 * payment. What a change is worth is worked out from it, see {@code docs/10-proration.md}.
 *
 * @param paid recurring part only, after discounts, in the terms of the shop's prices; it may hold
 *     fractions of a minor unit
 * @param cycleDays how many days a full payment lasts, 1 or more; the time itself may be shorter,
 *     for example after a prorated first payment
 */
public record LinePayment(BigMoney paid, int cycleDays) {

  public LinePayment {
    if (cycleDays < 1 || paid.isNegative()) {
      throw new IllegalArgumentException(
          "A line was not paid with " + paid + " for cycles of " + cycleDays + " days");
    }
  }

  public LinePayment(Money paid, int cycleDays) {
    this(paid.toBigMoney(), cycleDays);
  }
}
