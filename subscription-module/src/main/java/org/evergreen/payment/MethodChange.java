package org.evergreen.payment;

/**
 * A stored payment method that its bank or the gateway has changed, for example to a new card
 * number and expiry.
 */
public record MethodChange(PaymentMethod before, PaymentMethod after) {

  /** Whether it can no longer be charged, but could before. */
  public boolean isLost() {
    return before.isChargeable() && !after.isChargeable();
  }
}
