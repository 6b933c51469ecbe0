package org.evergreen.change;

import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.Sku;

/**
 * Something a line may become, or that may be added.
 *
 * @param sku what is delivered, as the catalog has it now
 * @param offer the terms, worked out at its price of the moment
 */
public record ChangeOption(Sku sku, PlanOffer offer) {}
