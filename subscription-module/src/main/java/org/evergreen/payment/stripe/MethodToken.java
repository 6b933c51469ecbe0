package org.evergreen.payment.stripe;

import org.evergreen.payment.UnknownPaymentMethodException;

/**
 * A stored payment method with the Stripe customer that it belongs to, as one text: {@code
 * cus_1:pm_2}. A charge needs both, and so needs no look-up.
 */
record MethodToken(String customer, String method) {

  /**
   * Reads a stored token.
   *
   * @throws UnknownPaymentMethodException if the text is not one
   */
  static MethodToken parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2 || !parts[0].startsWith("cus_") || parts[1].isBlank()) {
      throw UnknownPaymentMethodException.at(StripeGateway.NAME);
    }
    return new MethodToken(parts[0], parts[1]);
  }

  /** The method in a text that may name the customer or not. */
  static String methodIn(String text) {
    return text.substring(text.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return customer + ":" + method;
  }
}
