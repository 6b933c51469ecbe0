package org.evergreen.demo.coupon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.checkout.AgreedDiscount;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;

/**
 * A coupon.
 *
 * @param code in capital letters
 * @param label as the shopper reads it, for example "20% off the first three payments"
 * @param firstOrder whether it is off everything in the first order and nothing later
 * @param payments off how many payments of each subscription, the first order included; empty for
 *     all of them
 * @param validUntil the first moment at which it is worth nothing
 */
public record Coupon(
    String code,
    String label,
    boolean firstOrder,
    Reduction reduction,
    OptionalInt payments,
    Optional<Instant> validUntil) {

  /** The discount as the engine reckons with it. */
  public RecurringDiscount discount() {
    return new RecurringDiscount(label, reduction, payments);
  }

  /** What it takes off the payments of a subscription; nothing when it is off the first order. */
  public List<RecurringDiscount> lasting() {
    return firstOrder ? List.of() : List.of(discount());
  }

  /** What it brings into the subscriptions that an order starts. */
  public List<AgreedDiscount> agreed() {
    return lasting().stream().map(off -> new AgreedDiscount(off, "coupon-" + code)).toList();
  }
}
