package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.PurchaseLimits;
import org.evergreen.demo.coupon.Coupons;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.OrderDesk;
import org.evergreen.demo.order.OrderLine;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.springframework.stereotype.Component;

/** Pays an order later whose first payment was refused, if all of it may still be bought. */
@Component
public class PayLater {

  private final OrderBook book;
  private final OrderDesk desk;
  private final OrderPayment payment;
  private final Catalog catalog;
  private final PurchaseLimits limits;
  private final Coupons coupons;
  private final OrderedBefore ordered;

  PayLater(
      OrderBook book,
      OrderDesk desk,
      OrderPayment payment,
      Catalog catalog,
      PurchaseLimits limits,
      Coupons coupons,
      OrderedBefore ordered) {
    this.book = book;
    this.desk = desk;
    this.payment = payment;
    this.catalog = catalog;
    this.limits = limits;
    this.coupons = coupons;
    this.ordered = ordered;
  }

  /** Why an order cannot be paid now; a sentence for the shopper. */
  public Optional<String> refusal(ShopOrder order) {
    if (order.status() != OrderStatus.FAILED) {
      return Optional.of("This order does not wait for a payment.");
    }
    if (ordered.isGivenUp(order.orderId())) {
      return Optional.of(
          "This order was not paid in time and has been given up. Please order once more.");
    }
    if (!book.pending(order.accountId()).isEmpty()) {
      return Optional.of("Another payment of yours is being confirmed. Please wait for it.");
    }
    return unsold(order)
        .or(
            () ->
                limits.check(PaidOrders.of(order, order.placedAt(), coupons)).values().stream()
                    .findFirst());
  }

  private Optional<String> unsold(ShopOrder order) {
    List<SkuId> ids = order.lines().stream().map(OrderLine::sku).toList();
    Map<SkuId, Sku> skus = catalog.skus(ids);
    List<String> gone =
        order.lines().stream()
            .filter(line -> !skus.containsKey(line.sku()) || !skus.get(line.sku()).sellable())
            .map(OrderLine::name)
            .toList();
    return gone.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", gone) + " cannot be bought at the moment.");
  }

  /** Pays an order with a method of the shopper, or tells why not. */
  public CheckoutResult pay(ShopOrder order, PaymentMethodId method) {
    Optional<String> refusal = refusal(order);
    if (refusal.isPresent()) {
      return new CheckoutResult.NotPaid(refusal.get());
    }
    desk.payWith(order.id(), method);
    return payment.later(book.find(order.id()).orElseThrow());
  }
}
