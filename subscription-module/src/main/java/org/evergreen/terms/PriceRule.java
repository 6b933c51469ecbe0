package org.evergreen.terms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.Rounding;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** How a plan's recurring unit price follows from the product's current price at sign-up. */
public sealed interface PriceRule {

  /**
   * The recurring price of one unit.
   *
   * @param current the product's price at the moment of sign-up
   * @param signUp the moment of sign-up, which decides whether a sale is on
   * @throws IllegalArgumentException when the rule is written in another currency
   */
  Money priceFrom(Money current, Instant signUp);

  /** The currency this rule is written in; empty when it works in every currency. */
  Optional<CurrencyUnit> currency();

  /**
   * The product's price less a percentage.
   *
   * @param percent 0 to 100, kept without trailing zeros
   */
  record PercentOff(BigDecimal percent) implements PriceRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PercentOff {
      if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
        throw new IllegalArgumentException("A percentage off is 0 to 100, not " + percent);
      }
      percent = new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }

    @Override
    public Optional<CurrencyUnit> currency() {
      return Optional.empty();
    }

    @Override
    public Money priceFrom(Money current, Instant signUp) {
      BigDecimal kept = HUNDRED.subtract(percent);
      return Rounding.round(
          current.getCurrencyUnit(), current.getAmount().multiply(kept).movePointLeft(2));
    }
  }

  /** The product's price less a fixed amount, never below zero. */
  record AmountOff(Money amount) implements PriceRule {

    public AmountOff {
      requireNotNegative(amount);
    }

    @Override
    public Optional<CurrencyUnit> currency() {
      return Optional.of(amount.getCurrencyUnit());
    }

    @Override
    public Money priceFrom(Money current, Instant signUp) {
      requireSameCurrency(amount.getCurrencyUnit(), current.getCurrencyUnit());
      Money reduced = current.minus(amount);
      return reduced.isNegative() ? Money.zero(current.getCurrencyUnit()) : reduced;
    }
  }

  /**
   * A price of the plan's own, whatever the product costs.
   *
   * @param sale a lower price for a while; empty when there is none
   */
  record OwnPrice(Money price, Optional<Sale> sale) implements PriceRule {

    /** A price that is never on sale. */
    public OwnPrice(Money price) {
      this(price, Optional.empty());
    }

    public OwnPrice {
      requireNotNegative(price);
      if (sale.isPresent() && !sale.get().price().isLessThan(price)) {
        throw new IllegalArgumentException(
            "A sale price is below the price of " + price + ", not " + sale.get().price());
      }
    }

    @Override
    public Optional<CurrencyUnit> currency() {
      return Optional.of(price.getCurrencyUnit());
    }

    @Override
    public Money priceFrom(Money current, Instant signUp) {
      requireSameCurrency(price.getCurrencyUnit(), current.getCurrencyUnit());
      return sale.filter(lower -> lower.isOn(signUp)).map(Sale::price).orElse(price);
    }
  }

  /**
   * A lower price for those who sign up while it is on. They keep it afterwards.
   *
   * @param from its first moment; empty when it is on already
   * @param until the first moment after it; empty when it has no end
   */
  record Sale(Money price, Optional<Instant> from, Optional<Instant> until) {

    public Sale {
      requireNotNegative(price);
      if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
        throw new IllegalArgumentException(
            "A sale ends after it begins, not from " + from.get() + " until " + until.get());
      }
    }

    /** Whether somebody who signs up at a moment gets it. */
    public boolean isOn(Instant moment) {
      return from.map(start -> !moment.isBefore(start)).orElse(true)
          && until.map(moment::isBefore).orElse(true);
    }
  }

  private static void requireNotNegative(Money amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("A price rule's amount is not negative: " + amount);
    }
  }

  private static void requireSameCurrency(CurrencyUnit rule, CurrencyUnit product) {
    if (!rule.equals(product)) {
      throw new IllegalArgumentException(
          "The plan is priced in " + rule + ", the product in " + product);
    }
  }
}
