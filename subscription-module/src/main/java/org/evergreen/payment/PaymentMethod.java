package org.evergreen.payment;

import org.evergreen.storefront.CustomerId;

/**
 * A payment method that a customer has left with a gateway.
 *
 * @param token the gateway's key of it; never shown
 * @param active whether it may be charged; a removed one is kept for the history
 */
public record PaymentMethod(
    PaymentMethodId id,
    CustomerId customer,
    String gateway,
    String token,
    MethodDetails details,
    boolean active) {

  @Override
  public String toString() {
    return "PaymentMethod[" + id + ", " + gateway + "]";
  }
}
