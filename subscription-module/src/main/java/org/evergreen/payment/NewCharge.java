package org.evergreen.payment;

import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

/**
 * A charge to be opened. Its idempotency key is the subject and the attempt: {@code
 * renewal-4711-1}.
 *
 * @param subject what it is for, for example {@code renewal-4711} or {@code checkout-1001}; one
 *     subject is paid once, however many attempts it takes
 * @param attempt counted from 1
 * @param amount more than zero
 * @param description on the shopper's statement or receipt
 */
public record NewCharge(
    String subject,
    ChargePurpose purpose,
    int attempt,
    CustomerId customer,
    PaymentMethod method,
    Money amount,
    String description) {

  public NewCharge {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          "A charge for " + subject + " needs an amount above zero, not " + amount);
    }
  }

  /** The name under which the gateway will know it. */
  public IdempotencyKey key() {
    return new IdempotencyKey(subject + "-" + attempt);
  }

  /** The same charge as another attempt, under another key. */
  public NewCharge asAttempt(int number) {
    return new NewCharge(subject, purpose, number, customer, method, amount, description);
  }
}
