package org.evergreen.demo.checkout;

import java.util.OptionalLong;
import org.evergreen.payment.Charge;

/** The name under which the charges of an order are kept. */
final class CheckoutSubject {

  private static final String PREFIX = "checkout-";

  private CheckoutSubject() {}

  static String of(long orderId) {
    return PREFIX + orderId;
  }

  /** The order that a charge pays; empty for charges of renewals. */
  static OptionalLong order(Charge charge) {
    String subject = charge.subject();
    return subject.matches(PREFIX + "\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(subject.substring(PREFIX.length())))
        : OptionalLong.empty();
  }
}
