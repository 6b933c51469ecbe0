package org.evergreen.plan;

import java.util.Objects;
import java.util.Set;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;

/**
 * A change group as the merchant wants it, already valid.
 *
 * @param name 1 to 120 characters, no other group's
 * @param products products among which one may swap
 */
public record ChangeGroupDraft(String name, Set<ProductId> products, PolicyOverrides overrides) {

  public ChangeGroupDraft {
    Objects.requireNonNull(name, "name");
    products = Set.copyOf(products);
    Objects.requireNonNull(overrides, "overrides");
  }
}
