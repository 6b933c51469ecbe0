package org.evergreen.payment;

import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

/** Takes money for orders that shoppers place. Call it outside of transactions. */
public class CheckoutCharges {

  /**
   * Charges a stored method for a subject: the charge is written down and committed, the gateway is
   * called, the answer is settled. Repeatable: a subject that is paid, or may still be, is not
   * charged again but answered with its charge; after a decline the next call is the next attempt.
   *
   * @param subject what is paid, for example {@code checkout-1001}
   * @param amount more than zero
   * @return the charge, with the amount that was really asked for; still {@code SUBMITTED} when the
   *     gateway's answer is not known yet, which recovery finds out
   * @throws UnknownPaymentMethodException if the customer has no such method
   */
  public Charge charge(
      String subject,
      CustomerId customer,
      PaymentMethodId method,
      Money amount,
      String description) {
    throw new UnsupportedOperationException();
  }
}
