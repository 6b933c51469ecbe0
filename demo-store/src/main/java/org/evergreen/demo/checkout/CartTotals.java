package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Map;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.demo.order.PricedGoods;
import org.joda.money.Money;

/**
 * What a cart costs.
 *
 * @param today with this order
 * @param discounts what is taken off lines today, by their keys
 * @param later again and again, one for each subscription that it starts
 */
public record CartTotals(
    PricedGoods today, Map<String, Money> discounts, List<RecurringTotal> later) {

  public CartTotals {
    discounts = Map.copyOf(discounts);
  }

  /** What is taken off all lines today. */
  public Money discount() {
    return discounts.values().stream()
        .reduce(Money.zero(today.total().getCurrencyUnit()), Money::plus);
  }

  /** The lines before discounts, tax and shipping. */
  public Money goods() {
    return today.goods().plus(discount());
  }

  /** What is taken off a line today. */
  public Money discountOf(String key) {
    return discounts.getOrDefault(key, Money.zero(today.total().getCurrencyUnit()));
  }
}
