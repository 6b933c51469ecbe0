package org.evergreen.subscription;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.money.Shares;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.joda.money.Money;

/** What discounts take off the lines of one payment. */
public final class DiscountMath {

  private DiscountMath() {}

  /**
   * What is taken off each line. Each discount is taken off what those before it have left, is
   * rounded once, and is spread over the lines in proportion; a line never goes below zero.
   *
   * @param lines amounts of the lines, not negative, in one currency
   * @throws org.joda.money.CurrencyMismatchException if an amount is in another currency
   */
  public static List<Money> split(List<Money> lines, List<RecurringDiscount> discounts) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Money> left = new ArrayList<>(lines);
    for (RecurringDiscount discount : discounts) {
      Money off = off(discount.reduction(), sum(left));
      List<Money> shares = Shares.of(off, left);
      for (int i = 0; i < left.size(); i++) {
        left.set(i, left.get(i).minus(shares.get(i)));
      }
    }
    List<Money> taken = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      taken.add(lines.get(i).minus(left.get(i)));
    }
    return taken;
  }

  /** What a discount takes off a sum; never more than the sum. */
  public static Money off(Reduction reduction, Money sum) {
    if (reduction instanceof Reduction.Percent percent) {
      return percent.percent().of(sum);
    }
    Money amount = ((Reduction.Amount) reduction).amount();
    return amount.isGreaterThan(sum) ? sum : amount;
  }

  private static Money sum(List<Money> amounts) {
    return Money.total(amounts);
  }
}
