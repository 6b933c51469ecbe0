package org.evergreen.demo.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.AgreedDiscount;
import org.evergreen.checkout.PaidLine;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.demo.coupon.Coupon;
import org.evergreen.demo.coupon.Coupons;
import org.evergreen.demo.order.OrderLine;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

/** Orders as the engine takes them. */
final class PaidOrders {

  private PaidOrders() {}

  /**
   * An order.
   *
   * @param at when it was paid, or placed while it is not
   */
  static PaidOrder of(ShopOrder order, Instant at, Coupons coupons) {
    List<AgreedDiscount> discounts =
        order.coupon().flatMap(coupons::byCode).map(Coupon::agreed).orElse(List.of());
    return new PaidOrder(
        order.orderId(),
        new CustomerId(Long.toString(order.accountId())),
        order.total().getCurrencyUnit(),
        order.placedAt(),
        at,
        order.method(),
        order.shipTo(),
        order.lines().stream().map(PaidOrders::line).toList(),
        discounts);
  }

  private static PaidLine line(OrderLine line) {
    return new PaidLine(
        line.key(),
        line.sku(),
        line.product(),
        line.name(),
        line.kind(),
        line.quantity(),
        line.offer(),
        Optional.of(line.discount()).filter(Money::isPositive),
        line.gift());
  }
}
