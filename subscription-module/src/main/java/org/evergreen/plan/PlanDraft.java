package org.evergreen.plan;

import java.util.Objects;
import java.util.Optional;
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
 * @param changeGroup the group within which a subscriber may switch; empty when he may not
 */
public record PlanDraft(
    String name,
    boolean active,
    boolean storewide,
    PlanTerms terms,
    Set<ProductId> products,
    Optional<ChangeGroupId> changeGroup) {

  /** A plan outside of all change groups. */
  public PlanDraft(
      String name, boolean active, boolean storewide, PlanTerms terms, Set<ProductId> products) {
    this(name, active, storewide, terms, products, Optional.empty());
  }

  public PlanDraft {
    products = Set.copyOf(products);
    Objects.requireNonNull(changeGroup, "changeGroup");
  }
}
