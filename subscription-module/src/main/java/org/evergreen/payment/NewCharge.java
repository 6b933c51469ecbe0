package org.evergreen.payment;

import java.util.List;
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
    String description,
    ChargeDetails details) {

  public NewCharge {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException(
          "A charge for " + subject + " needs an amount above zero, not " + amount);
    }
  }

  /** A charge for what the shopper asks for himself; of a renewal, while he is away. */
  public NewCharge(
      String subject,
      ChargePurpose purpose,
      int attempt,
      CustomerId customer,
      PaymentMethod method,
      Money amount,
      String description) {
    this(
        subject,
        purpose,
        attempt,
        customer,
        method,
        amount,
        description,
        purpose == ChargePurpose.RENEWAL ? ChargeDetails.away() : present(method));
  }

  private static ChargeDetails present(PaymentMethod method) {
    return ChargeDetails.present(!method.setUp());
  }

  /** The name under which the gateway will know it. */
  public IdempotencyKey key() {
    return new IdempotencyKey(subject + "-" + attempt);
  }

  /** The same charge as another attempt, under another key. */
  public NewCharge asAttempt(int number) {
    return new NewCharge(subject, purpose, number, customer, method, amount, description, details);
  }

  /** The same charge with the lines that it pays for; gateways that take none do not get them. */
  public NewCharge paying(List<ChargeLine> lines) {
    return with(details.paying(lines));
  }

  /** The same charge while the shopper is there to answer his bank. */
  public NewCharge whileShopperIsPresent() {
    return with(present(method).paying(details.lines()));
  }

  private NewCharge with(ChargeDetails other) {
    return new NewCharge(subject, purpose, attempt, customer, method, amount, description, other);
  }
}
