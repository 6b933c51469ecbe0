package org.evergreen.payment;

import java.util.Optional;
import org.evergreen.storefront.CustomerId;

/**
 * A payment method that a customer has left with a gateway.
 *
 * @param token the gateway's key of it; never shown
 * @param active whether it may be charged; a removed one is kept for the history
 * @param blocked the gateway's code for why it is never charged again without the shopper
 * @param setUp whether the shopper's bank has agreed to charges while he is away
 */
public record PaymentMethod(
    PaymentMethodId id,
    CustomerId customer,
    String gateway,
    String token,
    MethodDetails details,
    boolean active,
    Optional<String> blocked,
    boolean setUp) {

  /** A method that nothing speaks against. */
  public PaymentMethod(
      PaymentMethodId id,
      CustomerId customer,
      String gateway,
      String token,
      MethodDetails details,
      boolean active) {
    this(id, customer, gateway, token, details, active, Optional.empty(), true);
  }

  /** Whether it may be charged while the shopper is away. */
  public boolean isChargeable() {
    return active && blocked.isEmpty();
  }

  @Override
  public String toString() {
    return "PaymentMethod[" + id + ", " + gateway + "]";
  }
}
