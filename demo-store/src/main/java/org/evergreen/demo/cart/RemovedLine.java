package org.evergreen.demo.cart;

import java.util.Optional;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.SkuId;

/** What was taken out of a cart. */
public record RemovedLine(String name, SkuId sku, Optional<PlanId> plan, int quantity) {}
