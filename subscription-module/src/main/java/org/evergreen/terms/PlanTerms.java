package org.evergreen.terms;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a plan promises: how often it is paid, how its price is found, trial, sign-up fee and
 * length.
 *
 * @param interval time between two payments
 * @param price how the recurring unit price is found
 * @param signUpFee charged once per unit with the first order; zero when there is none
 * @param trial time without payment at the start, or empty
 * @param length number of payments after which it ends, or empty when it runs until cancelled
 * @param alignment the day on which all payments fall, or empty when they follow the sign-up
 * @param conditions what holds beside price and dates
 */
public record PlanTerms(
    BillingInterval interval,
    PriceRule price,
    Money signUpFee,
    Optional<Trial> trial,
    OptionalInt length,
    Optional<Alignment> alignment,
    PlanConditions conditions) {

  /** Terms without alignment, under the usual conditions. */
  public PlanTerms(
      BillingInterval interval,
      PriceRule price,
      Money signUpFee,
      Optional<Trial> trial,
      OptionalInt length) {
    this(interval, price, signUpFee, trial, length, Optional.empty(), PlanConditions.usual());
  }

  public PlanTerms {
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(signUpFee, "signUpFee");
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(alignment, "alignment");
    Objects.requireNonNull(conditions, "conditions");
    price.currency().ifPresent(currency -> requireCurrency(currency, signUpFee));
    if (signUpFee.isNegative()) {
      throw new IllegalArgumentException("A sign-up fee is not negative: " + signUpFee);
    }
    if (length.isPresent() && length.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "A plan has at least one payment, not " + length.getAsInt());
    }
    TermsRule.requireAll(
        new TermsRule.Parts(
            Optional.of(interval), trial, length, alignment, Optional.of(conditions)));
  }

  private static void requireCurrency(CurrencyUnit price, Money signUpFee) {
    if (!price.equals(signUpFee.getCurrencyUnit())) {
      throw new IllegalArgumentException(
          "The plan is priced in " + price + ", its sign-up fee is " + signUpFee);
    }
  }
}
