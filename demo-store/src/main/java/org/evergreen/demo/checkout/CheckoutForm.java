package org.evergreen.demo.checkout;

import java.util.Objects;

/**
 * A checkout form as it was sent: text that may be wrong in any way.
 *
 * @param token makes the form order once
 * @param address id of a saved address; empty when nothing ships
 * @param method as {@link Wallet} takes it
 * @param card the reference of a card that was entered in the gateway's form; empty for none
 * @param total what the shopper saw, for example {@code USD 27.00}
 */
public record CheckoutForm(String token, String address, String method, String card, String total) {

  public CheckoutForm {
    token = Objects.requireNonNullElse(token, "");
    address = Objects.requireNonNullElse(address, "");
    method = Objects.requireNonNullElse(method, "");
    card = Objects.requireNonNullElse(card, "");
    total = Objects.requireNonNullElse(total, "");
  }
}
