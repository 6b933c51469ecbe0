package org.evergreen.checkout;

import java.util.Objects;
import org.evergreen.terms.RecurringDiscount;

/**
 * A discount that an order brings into the subscriptions it starts. The first order counts as one
 * of its payments when it pays a recurring price.
 *
 * @param source where it comes from, for example {@code coupon-THREE}; a subscription gets it once
 */
public record AgreedDiscount(RecurringDiscount discount, String source) {

  public AgreedDiscount {
    Objects.requireNonNull(discount, "discount");
    if (source.isBlank() || source.length() > 80) {
      throw new IllegalArgumentException(
          "The source of a discount has 1 to 80 characters, not '" + source + "'");
    }
  }
}
