package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.cart.CartPlans;
import org.evergreen.broadleaf.cart.LinePlan;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.checkout.RecurringTotals;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Reads Broadleaf's carts and orders for the pages. */
@Component
class CartViews {

  private static final CurrencyUnit CURRENCY = CurrencyUnit.USD;

  private final CartPlans plans;
  private final RecurringTotals recurring;
  private final Customers customers;

  CartViews(CartPlans plans, RecurringTotals recurring, Customers customers) {
    this.plans = plans;
    this.recurring = recurring;
    this.customers = customers;
  }

  /** A cart with what it will cost again and again. */
  CartView cart(Order cart) {
    List<RecurringTotal> later =
        recurring.of(customers.signedIn(), CURRENCY, address(cart), plans.lines(cart));
    return view(cart, later, plans.problems(cart));
  }

  /** An order that is placed. */
  CartView order(Order order) {
    return view(order, List.of(), List.of());
  }

  static Optional<PostalAddress> address(Order cart) {
    return cart.getFulfillmentGroups().stream()
        .map(FulfillmentGroup::getAddress)
        .flatMap(address -> OrderAddresses.read(address).stream())
        .findFirst();
  }

  private static CartView view(Order order, List<RecurringTotal> later, List<String> problems) {
    return new CartView(
        order.getOrderItems().stream().map(CartViews::line).toList(),
        Amounts.orZero(order.getSubTotal(), CURRENCY),
        Amounts.orZero(order.getTotalFulfillmentCharges(), CURRENCY),
        Amounts.orZero(order.getTotalTax(), CURRENCY),
        Amounts.orZero(order.getTotal(), CURRENCY),
        later,
        problems);
  }

  private static CartView.Line line(OrderItem item) {
    Money amount = Amounts.orZero(item.getTotalPrice(), CURRENCY);
    String product =
        item instanceof DiscreteOrderItem discrete && discrete.getProduct() != null
            ? discrete.getProduct().getId().toString()
            : "";
    return new CartView.Line(
        item.getId(), product, item.getName(), item.getQuantity(), amount, LinePlan.of(item));
  }
}
