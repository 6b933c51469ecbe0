package org.evergreen.demo.checkout;

import java.util.Objects;

/**
 * A checkout form as it was sent: text that may be wrong in any way.
 *
 * @param token makes the form order once
 * @param address id of a saved address; empty when nothing ships
 * @param method {@code stored-} and the id of a stored method, or {@code card-} and the token of a
 *     new one
 * @param total what the shopper saw, for example {@code USD 27.00}
 */
public record CheckoutForm(String token, String address, String method, String total) {

  public CheckoutForm {
    token = Objects.requireNonNullElse(token, "");
    address = Objects.requireNonNullElse(address, "");
    method = Objects.requireNonNullElse(method, "");
    total = Objects.requireNonNullElse(total, "");
  }
}
