package org.evergreen.checkout;

import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.Sku;

/**
 * A line of a cart.
 *
 * @param key the host's key of the line, unique within the cart
 * @param offer the plan that was picked; empty for a one-time purchase
 */
public record CartLine(String key, Sku sku, int quantity, Optional<PlanOffer> offer) {}
