package org.evergreen.checkout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.joda.money.Money;

/** Spreads discounts over lines, one after the other, never below zero. Pure. */
final class DiscountSplit {

  private DiscountSplit() {}

  /** What is taken off each of the prices, in their order. */
  static List<Money> of(List<Money> prices, List<RecurringDiscount> discounts) {
    List<Money> left = new ArrayList<>(prices);
    for (RecurringDiscount discount : discounts) {
      if (discount.reduction() instanceof Reduction.Percent percent) {
        left.replaceAll(price -> price.minus(percent.percent().of(price)));
      } else if (discount.reduction() instanceof Reduction.Amount amount) {
        takeOff(amount.amount(), left);
      }
    }
    List<Money> off = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      off.add(prices.get(i).minus(left.get(i)));
    }
    return off;
  }

  /** Each line bears its part of what is still to be taken, so that the parts add up. */
  private static void takeOff(Money amount, List<Money> left) {
    BigDecimal toTake = amount.getAmount();
    BigDecimal rest = left.stream().map(Money::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    for (int i = 0; i < left.size(); i++) {
      Money price = left.get(i);
      if (price.isPositive()) {
        BigDecimal part =
            price
                .getAmount()
                .multiply(toTake.min(rest))
                .divide(rest, price.getScale(), RoundingMode.HALF_UP)
                .min(price.getAmount());
        left.set(i, price.minus(part));
        toTake = toTake.subtract(part);
        rest = rest.subtract(price.getAmount());
      }
    }
  }
}
