package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.cart.CartPlans;
import org.evergreen.broadleaf.cart.LineGift;
import org.evergreen.broadleaf.cart.LinePlan;
import org.evergreen.broadleaf.cart.TodaysPrices;
import org.evergreen.broadleaf.checkout.RecurringOffers;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.checkout.AgreedDiscount;
import org.evergreen.checkout.DueToday;
import org.evergreen.checkout.Gift;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.checkout.RecurringTotals;
import org.evergreen.money.MoneyInWords;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.terms.RecurringDiscount;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Reads Broadleaf's carts and orders for the pages. */
@Component
class CartViews {

  private static final CurrencyUnit CURRENCY = CurrencyUnit.USD;

  private final CartPlans plans;
  private final TodaysPrices prices;
  private final RecurringOffers offers;
  private final RecurringTotals recurring;
  private final Customers customers;

  CartViews(
      CartPlans plans,
      TodaysPrices prices,
      RecurringOffers offers,
      RecurringTotals recurring,
      Customers customers) {
    this.plans = plans;
    this.prices = prices;
    this.offers = offers;
    this.recurring = recurring;
    this.customers = customers;
  }

  /** A cart with what it will cost again and again. */
  CartView cart(Order cart) {
    List<RecurringDiscount> lasting =
        offers.of(cart).stream().map(AgreedDiscount::discount).toList();
    List<RecurringTotal> later =
        recurring.of(customers.signedIn(), CURRENCY, address(cart), plans.lines(cart), lasting);
    return view(cart, prices.due(cart), later, plans.problems(cart));
  }

  /** An order that is placed. */
  CartView order(Order order) {
    return view(order, Map.of(), List.of(), List.of());
  }

  static Optional<PostalAddress> address(Order cart) {
    return cart.getFulfillmentGroups().stream()
        .map(FulfillmentGroup::getAddress)
        .flatMap(address -> OrderAddresses.read(address).stream())
        .findFirst();
  }

  private static CartView view(
      Order order, Map<Long, DueToday> due, List<RecurringTotal> later, List<String> problems) {
    return new CartView(
        order.getOrderItems().stream().map(item -> line(item, due)).toList(),
        Amounts.orZero(order.getSubTotal(), CURRENCY),
        Amounts.orZero(order.getOrderAdjustmentsValue(), CURRENCY),
        Amounts.orZero(order.getTotalFulfillmentCharges(), CURRENCY),
        Amounts.orZero(order.getTotalTax(), CURRENCY),
        Amounts.orZero(order.getTotal(), CURRENCY),
        later,
        problems);
  }

  private static CartView.Line line(OrderItem item, Map<Long, DueToday> due) {
    Money amount = Amounts.orZero(item.getTotalPrice(), CURRENCY);
    String product =
        item instanceof DiscreteOrderItem discrete && discrete.getProduct() != null
            ? discrete.getProduct().getId().toString()
            : "";
    return new CartView.Line(
        item.getId(),
        product,
        item.getName(),
        item.getQuantity(),
        amount,
        LinePlan.of(item),
        Optional.ofNullable(due.get(item.getId()))
            .map(today -> words(item, today))
            .orElse(List.of()),
        LineGift.of(item).map(Gift::recipient));
  }

  /** The steps of the working, each with its amount. */
  private static List<String> words(OrderItem item, DueToday due) {
    return due.working(item.getName(), item.getQuantity()).lines().stream()
        .map(
            step ->
                step.text()
                    + step.amount()
                        .map(amount -> ", " + MoneyInWords.write(amount, Locale.US))
                        .orElse(""))
        .toList();
  }
}
