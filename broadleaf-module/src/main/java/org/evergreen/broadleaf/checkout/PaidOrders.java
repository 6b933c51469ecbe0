package org.evergreen.broadleaf.checkout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.cart.LineGift;
import org.evergreen.broadleaf.cart.LinePlan;
import org.evergreen.broadleaf.cart.TodaysPrices;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.broadleaf.order.OrderAttributes;
import org.evergreen.checkout.FirstPayments;
import org.evergreen.checkout.PaidLine;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Sku;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Tells the engine of a Broadleaf order that is paid. */
public class PaidOrders {

  /** Name of the order attribute with the engine's key of the stored method that pays renewals. */
  public static final String METHOD = "evergreen.payment-method";

  private final SkuSnapshots snapshots;

  private final RecurringOffers recurring;
  private final ShopTime time;

  public PaidOrders(SkuSnapshots snapshots, RecurringOffers recurring, ShopTime time) {
    this.snapshots = snapshots;
    this.recurring = recurring;
    this.time = time;
  }

  /** Keeps with an order which stored payment method pays the renewals. */
  public static void renewWith(Order order, PaymentMethodId method) {
    OrderAttributes.put(order, METHOD, Long.toString(method.value()));
  }

  /** Whether any line was bought with a plan. */
  static boolean hasPlans(Order order) {
    return order.getOrderItems().stream().anyMatch(item -> LinePlan.of(item).isPresent());
  }

  PaidOrder of(Order order, Instant paidAt) {
    Instant pricedAt = pricedAt(order).orElse(paidAt);
    return new PaidOrder(
        new OrderId(order.getId().toString()),
        new CustomerId(order.getCustomer().getId().toString()),
        CurrencyUnit.of(order.getCurrency().getCurrencyCode()),
        pricedAt,
        paidAt,
        method(order),
        shipTo(order),
        lines(order, time.dateOf(pricedAt)),
        recurring.of(order));
  }

  private static Optional<Instant> pricedAt(Order order) {
    return OrderAttributes.get(order, TodaysPrices.PRICED_AT).map(Instant::parse);
  }

  private static Optional<PaymentMethodId> method(Order order) {
    return OrderAttributes.get(order, METHOD).map(Keys::number).stream()
        .flatMap(number -> number.stream().mapToObj(PaymentMethodId::new))
        .findFirst();
  }

  private static Optional<PostalAddress> shipTo(Order order) {
    return order.getFulfillmentGroups().stream()
        .map(FulfillmentGroup::getAddress)
        .flatMap(address -> OrderAddresses.read(address).stream())
        .findFirst();
  }

  private List<PaidLine> lines(Order order, LocalDate pricedOn) {
    return order.getOrderItems().stream()
        .filter(DiscreteOrderItem.class::isInstance)
        .map(DiscreteOrderItem.class::cast)
        .map(item -> line(order, item, pricedOn))
        .toList();
  }

  private PaidLine line(Order order, DiscreteOrderItem item, LocalDate pricedOn) {
    Sku sku = snapshots.of(item.getSku());
    return new PaidLine(
        item.getId().toString(),
        sku.id(),
        sku.productId(),
        item.getName() == null ? sku.name() : item.getName(),
        sku.kind(),
        item.getQuantity(),
        LinePlan.of(item),
        discount(order, item, pricedOn),
        LineGift.of(item));
  }

  /** What Broadleaf's offers took off a line with a plan, its share of those on all lines too. */
  private static Optional<Money> discount(Order order, DiscreteOrderItem item, LocalDate pricedOn) {
    return LinePlan.of(item)
        .map(offer -> FirstPayments.of(offer, pricedOn).amount().multipliedBy(item.getQuantity()))
        .map(
            due -> lower(due, due.minus(Amounts.of(item.getTotalPrice())).plus(share(order, item))))
        .filter(Money::isPositive);
  }

  private static Money lower(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static Money share(Order order, DiscreteOrderItem item) {
    CurrencyUnit currency = CurrencyUnit.of(order.getCurrency().getCurrencyCode());
    return order.getFulfillmentGroups().stream()
        .flatMap(group -> group.getFulfillmentGroupItems().stream())
        .filter(part -> item.getId().equals(part.getOrderItem().getId()))
        .map(part -> Amounts.orZero(part.getProratedOrderAdjustmentAmount(), currency))
        .reduce(Money.zero(currency), Money::plus);
  }
}
