package org.evergreen.demo.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.Money;

/**
 * An order with its lines.
 *
 * @param number what shopper and merchant call it
 * @param kind how it came about
 * @param coupon the code of the coupon that was used
 * @param credit the part of the total that the shopper's credit paid
 * @param method what it is paid with; unknown for renewals
 */
public record ShopOrder(
    long id,
    String number,
    long accountId,
    OrderStatus status,
    OrderKind kind,
    List<OrderLine> lines,
    Money shipping,
    Money shippingTax,
    Money total,
    Money credit,
    Optional<PaymentMethodId> method,
    Optional<PostalAddress> shipTo,
    Instant placedAt,
    Optional<Instant> paidAt,
    Optional<String> coupon) {

  public ShopOrder {
    lines = List.copyOf(lines);
  }

  /** The order as the engine knows it. */
  public OrderId orderId() {
    return new OrderId(Long.toString(id));
  }

  /** What was bought, for lists. */
  public List<String> names() {
    return lines.stream().map(OrderLine::name).toList();
  }

  /** The lines before discounts, tax and shipping. */
  public Money goods() {
    return lines.stream().map(OrderLine::amount).reduce(discount(), Money::plus);
  }

  /** What was taken off all lines. */
  public Money discount() {
    return lines.stream()
        .map(OrderLine::discount)
        .reduce(Money.zero(total.getCurrencyUnit()), Money::plus);
  }

  /** All taxes. */
  public Money tax() {
    return lines.stream().map(OrderLine::tax).reduce(shippingTax, Money::plus);
  }

  /** What is charged: the total less what credit paid. */
  public Money charged() {
    return total.minus(credit);
  }

  /** Whether it holds exactly what a new order would: the same lines at the same prices. */
  public boolean isSameAs(NewOrder other) {
    return lines.equals(other.lines())
        && total.equals(other.goods().total())
        && shipTo.equals(other.shipTo())
        && coupon.equals(other.coupon());
  }

  /** Whether it renewed subscriptions. */
  public boolean renewal() {
    return kind == OrderKind.RENEWAL;
  }

  public boolean isPaid() {
    return status == OrderStatus.PAID;
  }

  ShopOrder withLines(List<OrderLine> read) {
    return new ShopOrder(
        id,
        number,
        accountId,
        status,
        kind,
        read,
        shipping,
        shippingTax,
        total,
        credit,
        method,
        shipTo,
        placedAt,
        paidAt,
        coupon);
  }
}
