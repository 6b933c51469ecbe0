package org.evergreen.broadleaf.checkout;

/** What became of the payment of a cart. */
public sealed interface PaymentResult {

  /** The money is taken and written on the order, or there is nothing to pay. */
  record Paid() implements PaymentResult {}

  /**
   * Nothing was taken.
   *
   * @param reason for the shopper
   */
  record Declined(String reason) implements PaymentResult {}

  /** The gateway has not answered; what became of it is found out by itself. */
  record Unknown() implements PaymentResult {}
}
