package org.evergreen.demo.order;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.PostalAddress;

/**
 * An order that a shopper places.
 *
 * @param token of the form that he sent; one form makes one order
 * @param goods what it costs
 * @param lines with the prices of {@code goods}
 * @param coupon the code of the coupon that was used
 */
public record NewOrder(
    long accountId,
    String token,
    PricedGoods goods,
    List<OrderLine> lines,
    PaymentMethodId method,
    Optional<PostalAddress> shipTo,
    Optional<String> coupon) {

  public NewOrder {
    lines = List.copyOf(lines);
  }
}
