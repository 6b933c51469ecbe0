package org.evergreen.checkout;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.evergreen.subscription.DiscountMath;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** What lasting discounts take off the first order, and what is left of them after it. Pure. */
public final class DiscountsToday {

  private DiscountsToday() {}

  /**
   * What is taken off the recurring prices that the order pays. One-time items and sign-up fees
   * keep their prices.
   *
   * @param time the moment of the order counts
   * @return the discount on all units by key of the line; lines without any are left out
   */
  public static Map<String, Money> of(
      List<CartLine> lines, List<RecurringDiscount> discounts, ShopTime time) {
    Map<String, Money> off = new HashMap<>();
    if (discounts.isEmpty()) {
      return off;
    }
    for (LineGroup<CartLine> group : LineGroup.of(lines, time.now(), time)) {
      List<Money> due = group.lines().stream().map(line -> recurring(line, time.today())).toList();
      List<Money> split = DiscountMath.split(due, discounts);
      for (int i = 0; i < split.size(); i++) {
        if (split.get(i).isPositive()) {
          off.put(group.lines().get(i).key(), split.get(i));
        }
      }
    }
    return off;
  }

  private static Money recurring(CartLine line, LocalDate today) {
    return FirstPayments.of(line.offer().orElseThrow(), today)
        .recurring()
        .multipliedBy(line.quantity());
  }

  /**
   * What is left of discounts for the payments after the first order.
   *
   * @param paidToday whether the first order paid a recurring price, so that it was one of them
   */
  static List<RecurringDiscount> left(List<RecurringDiscount> discounts, boolean paidToday) {
    return discounts.stream()
        .filter(discount -> !paidToday || discount.payments().orElse(2) > 1)
        .map(discount -> paidToday ? oneLess(discount) : discount)
        .toList();
  }

  private static RecurringDiscount oneLess(RecurringDiscount discount) {
    return discount.payments().isEmpty()
        ? discount
        : new RecurringDiscount(
            discount.label(),
            discount.reduction(),
            OptionalInt.of(discount.payments().getAsInt() - 1));
  }
}
