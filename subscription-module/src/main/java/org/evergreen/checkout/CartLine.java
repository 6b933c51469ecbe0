package org.evergreen.checkout;

import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.Sku;

/**
 * A line of a cart.
 *
 * @param key the host's key of the line, unique within the cart
 * @param offer the plan that was picked; empty for a one-time purchase
 * @param gift who gets it; empty when the shopper himself does
 */
public record CartLine(
    String key, Sku sku, int quantity, Optional<PlanOffer> offer, Optional<Gift> gift)
    implements OfferedLine {

  /** A line for the shopper himself. */
  public CartLine(String key, Sku sku, int quantity, Optional<PlanOffer> offer) {
    this(key, sku, quantity, offer, Optional.empty());
  }

  /** The line under another offer. */
  CartLine under(PlanOffer other) {
    return new CartLine(key, sku, quantity, Optional.of(other), gift);
  }
}
