package org.evergreen.payment;

/** Key of a stored payment method. */
public record PaymentMethodId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
