package org.evergreen.payment;

import java.util.List;

/** Knows who would miss a stored payment method. */
public interface MethodUse {

  /** Ids of the subscriptions that will be paid with it; each says so in its own page. */
  List<Long> subscriptionsPaidWith(PaymentMethodId method);
}
