package org.evergreen.terms;

import java.util.Objects;

/**
 * Time without payment at the start of a subscription.
 *
 * @param length how long it lasts, as a calendar distance
 * @param oncePerCustomer whether a customer gets it once for a product, however often he subscribes
 */
public record Trial(BillingInterval length, boolean oncePerCustomer) {

  /** A trial that every subscription starts with. */
  public Trial(BillingInterval length) {
    this(length, false);
  }

  public Trial {
    Objects.requireNonNull(length, "length");
  }
}
