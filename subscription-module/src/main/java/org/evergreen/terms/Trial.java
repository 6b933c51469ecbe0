package org.evergreen.terms;

import java.util.Objects;

/**
 * Time without payment at the start of a subscription.
 *
 * @param length how long it lasts, as a calendar distance
 */
public record Trial(BillingInterval length) {

  public Trial {
    Objects.requireNonNull(length, "length");
  }
}
