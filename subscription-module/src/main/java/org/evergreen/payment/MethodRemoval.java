package org.evergreen.payment;

import java.util.List;

/** What came of removing a stored payment method. */
public sealed interface MethodRemoval {

  /** It is gone, here and at the gateway. */
  record Removed() implements MethodRemoval {}

  /** These subscriptions will be paid with it; they need another method first. */
  record StillUsed(List<Long> subscriptions) implements MethodRemoval {}

  /** A payment with it is under way; it can be removed when that is over. */
  record PaymentUnderWay() implements MethodRemoval {}
}
