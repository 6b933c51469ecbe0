package org.evergreen.plan;

import java.util.List;
import java.util.Optional;

/**
 * How a SKU can be bought now.
 *
 * @param mode the merchant's choice for the product
 * @param offers its plans worked out at its price of the moment; empty when it is sold one-time
 *     only
 * @param preselected the plan that is chosen at first, always one of the offers; empty for one-time
 */
public record ProductOffer(SellingMode mode, List<PlanOffer> offers, Optional<PlanId> preselected) {

  public ProductOffer {
    offers = List.copyOf(offers);
  }

  /** The offer of a plan, empty when the plan is not (or no longer) offered on this SKU. */
  public Optional<PlanOffer> offer(PlanId plan) {
    return offers.stream().filter(offer -> offer.plan().equals(plan)).findFirst();
  }

  /** Whether there is any way to buy it. */
  public boolean buyable() {
    return mode.allowsOneTime() || !offers.isEmpty();
  }
}
