package org.evergreen.demo.cart;

import java.util.Optional;
import org.evergreen.checkout.Gift;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.SkuId;

/**
 * What was taken out of a cart.
 *
 * @param id the key that the line had
 * @param gift who was to get it; empty when the shopper himself was
 */
public record RemovedLine(
    long id, String name, SkuId sku, Optional<PlanId> plan, int quantity, Optional<Gift> gift) {}
