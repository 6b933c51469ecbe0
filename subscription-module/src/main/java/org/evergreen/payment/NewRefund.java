package org.evergreen.payment;

import java.util.OptionalLong;
import org.joda.money.Money;

/**
 * Money that is to be given back out of a charge.
 *
 * @param key names it for ever, for example {@code refund-change-12}: asked for twice under one key
 *     it is given back once
 * @param charge that succeeded
 * @param amount more than zero
 * @param reason for the merchant's and the gateway's records
 * @param subscription that it is booked to
 * @param line of that subscription that it is booked to
 */
public record NewRefund(
    IdempotencyKey key,
    ChargeId charge,
    Money amount,
    String reason,
    OptionalLong subscription,
    OptionalLong line) {

  private static final int MAX_REASON = 500;

  public NewRefund {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          "Refund " + key + " needs an amount above zero, not " + amount);
    }
    reason = reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
  }
}
