package org.evergreen.payment.stripe;

import org.joda.money.Money;

/** An amount that is finer than what Stripe charges in its currency. */
final class UnchargeableAmountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnchargeableAmountException(Money amount, int step, Throwable cause) {
    super(
        "Stripe cannot charge exactly "
            + amount
            + ": amounts in "
            + amount.getCurrencyUnit()
            + " go in steps of "
            + step
            + " of its smallest unit; round the prices of the shop accordingly",
        cause);
  }
}
