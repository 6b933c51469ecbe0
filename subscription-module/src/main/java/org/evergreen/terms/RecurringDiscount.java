package org.evergreen.terms;

import java.util.Objects;
import java.util.OptionalInt;
import org.evergreen.money.Percentage;
import org.joda.money.Money;

/**
 * Something off every payment of a subscription, or off the next few.
 *
 * @param label as the shopper reads it, for example a coupon's name
 * @param payments off how many payments; empty for all of them
 */
public record RecurringDiscount(String label, Reduction reduction, OptionalInt payments) {

  /** How much is taken off. */
  public sealed interface Reduction {

    /**
     * A part of every line's price.
     *
     * @param percent more than 0
     */
    record Percent(Percentage percent) implements Reduction {

      public Percent {
        if (percent.isZero()) {
          throw new IllegalArgumentException("A discount is more than 0 percent");
        }
      }
    }

    /** An amount off each payment of the subscription, spread over its lines; never below zero. */
    record Amount(Money amount) implements Reduction {

      public Amount {
        if (!amount.isPositive()) {
          throw new IllegalArgumentException("A discount is more than zero, not " + amount);
        }
      }
    }
  }

  public RecurringDiscount {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(reduction, "reduction");
    if (payments.isPresent() && payments.getAsInt() < 1) {
      throw new IllegalArgumentException("A discount holds for at least one payment");
    }
  }
}
