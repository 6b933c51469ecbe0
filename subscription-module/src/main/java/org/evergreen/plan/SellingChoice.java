package org.evergreen.plan;

import java.util.Optional;

/**
 * How the merchant wants a product to be sold.
 *
 * @param preselected the plan that the shopper finds chosen; empty for one-time purchase
 */
public record SellingChoice(SellingMode mode, Optional<PlanId> preselected) {

  /** What holds until the merchant decides: both ways, one-time first. */
  public static SellingChoice undecided() {
    return new SellingChoice(SellingMode.BOTH, Optional.empty());
  }
}
