package org.evergreen.plan;

import java.util.Set;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.PlanTerms;

/**
 * A plan as the merchant wants it, already valid.
 *
 * @param name 1 to 120 characters
 * @param active whether it is offered
 * @param storewide whether it is offered on every product
 * @param products the products it is attached to, besides
 */
public record PlanDraft(
    String name, boolean active, boolean storewide, PlanTerms terms, Set<ProductId> products) {

  public PlanDraft {
    products = Set.copyOf(products);
  }
}
