package org.evergreen.broadleaf.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.cart.LinePlan;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.broadleaf.order.OrderAttributes;
import org.evergreen.checkout.PaidLine;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Sku;
import org.joda.money.CurrencyUnit;

/** Tells the engine of a Broadleaf order that is paid. */
public class PaidOrders {

  /** Name of the order attribute with the engine's key of the stored method that pays renewals. */
  public static final String METHOD = "evergreen.payment-method";

  private final SkuSnapshots snapshots;

  public PaidOrders(SkuSnapshots snapshots) {
    this.snapshots = snapshots;
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
    return new PaidOrder(
        new OrderId(order.getId().toString()),
        new CustomerId(order.getCustomer().getId().toString()),
        CurrencyUnit.of(order.getCurrency().getCurrencyCode()),
        paidAt,
        method(order),
        shipTo(order),
        lines(order));
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

  private List<PaidLine> lines(Order order) {
    return order.getOrderItems().stream()
        .filter(DiscreteOrderItem.class::isInstance)
        .map(DiscreteOrderItem.class::cast)
        .map(this::line)
        .toList();
  }

  private PaidLine line(DiscreteOrderItem item) {
    Sku sku = snapshots.of(item.getSku());
    return new PaidLine(
        item.getId().toString(),
        sku.id(),
        sku.productId(),
        item.getName() == null ? sku.name() : item.getName(),
        sku.kind(),
        item.getQuantity(),
        LinePlan.of(item));
  }
}
