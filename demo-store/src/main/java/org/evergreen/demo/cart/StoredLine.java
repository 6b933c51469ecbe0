package org.evergreen.demo.cart;

import java.util.Optional;
import org.evergreen.checkout.Gift;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.SkuId;

/**
 * A line as the cart remembers it.
 *
 * @param offer the plan as it stood when the line was put in
 * @param gift who gets it; empty when the shopper himself does
 */
record StoredLine(
    long id, SkuId sku, int quantity, Optional<PlanOffer> offer, Optional<Gift> gift) {}
