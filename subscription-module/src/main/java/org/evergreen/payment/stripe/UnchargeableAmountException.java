package org.evergreen.payment.stripe;

import org.joda.money.Money;

/** An amount that Stripe cannot charge: too fine, too large or in a currency it does not take. */
final class UnchargeableAmountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnchargeableAmountException(String message) {
    super(message);
  }

  static UnchargeableAmountException currency(Money amount) {
    return new UnchargeableAmountException(
        "Stripe does not take " + amount.getCurrencyUnit() + ", so it cannot charge " + amount);
  }

  static UnchargeableAmountException tooLarge(Money amount) {
    return new UnchargeableAmountException(
        "Stripe does not charge as much as " + amount + " at once");
  }

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
