package org.evergreen.plan;

import java.util.Objects;
import java.util.Set;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;

/**
 * Plans and products between which a subscriber may switch. Which plans belong to it is kept with
 * each plan.
 *
 * @param version for optimistic locking of the edit form
 * @param products products among which one may swap; without any, only the plan of the same product
 *     changes
 * @param overrides policies that differ from the shop's
 */
public record ChangeGroup(
    ChangeGroupId id,
    long version,
    String name,
    Set<ProductId> products,
    PolicyOverrides overrides) {

  public ChangeGroup {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    products = Set.copyOf(products);
    Objects.requireNonNull(overrides, "overrides");
  }

  /** The policies that hold within this group. */
  public ChangePolicies policies(ChangePolicies shop) {
    return overrides.over(shop);
  }

  ChangeGroup withProducts(Set<ProductId> more) {
    return new ChangeGroup(id, version, name, more, overrides);
  }

  /** Whether one may swap from one product to another. */
  public boolean allowsSwap(ProductId from, ProductId to) {
    return from.equals(to) || (products.contains(from) && products.contains(to));
  }
}
