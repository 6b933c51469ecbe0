package org.evergreen.demo.web;

import java.util.Optional;
import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.plan.PlanOffer;

/**
 * A product in the catalog's grid.
 *
 * @param plan its cheapest plan, if it has any
 * @param planOnly whether it is sold by plan only
 */
public record ProductCard(ShopProduct product, Optional<PlanOffer> plan, boolean planOnly) {}
