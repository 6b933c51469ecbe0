package org.evergreen.demo.checkout;

/** What a checkout form says. */
public sealed interface CheckoutReading {

  /** It can be ordered. */
  record Readable(CheckoutRequest request) implements CheckoutReading {}

  /**
   * A part is missing or wrong.
   *
   * @param advice for the shopper
   */
  record Unreadable(String advice) implements CheckoutReading {}
}
