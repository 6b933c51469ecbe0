package org.evergreen.subscription;

import java.time.Instant;
import java.util.Objects;
import org.joda.money.BigMoney;

/**
 * What was really paid for the time that a line has a right to; it runs to the subscription's next
 * payment. What a change is worth is worked out from it, see {@code docs/10-proration.md}.
 *
 * @param startedAt when that time began
 * @param cycleDays how many days a full payment lasts, 1 or more; the time itself may be shorter,
 *     for example after a prorated first payment
 * @param paid recurring part only, after discounts, in the terms of the shop's prices; it may hold
 *     fractions of a minor unit
 */
public record LineTerm(Instant startedAt, int cycleDays, BigMoney paid) {

  public LineTerm {
    Objects.requireNonNull(startedAt, "startedAt");
    if (cycleDays < 1 || paid.isNegative()) {
      throw new IllegalArgumentException(
          "A line's term has a day or more and no negative value, not "
              + cycleDays
              + " days and "
              + paid);
    }
  }
}
