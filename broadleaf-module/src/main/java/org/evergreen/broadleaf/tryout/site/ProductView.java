package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import org.evergreen.plan.ProductOffer;
import org.evergreen.storefront.Sku;

/**
 * A product as pages show it.
 *
 * @param options what has to be chosen besides, for example a size
 */
public record ProductView(
    long id, String name, String description, Sku sku, ProductOffer offer, List<Option> options) {

  /** The letter on its picture. */
  public String initial() {
    return name.substring(0, 1);
  }

  /** Something to choose from. */
  public record Option(String name, String label, List<String> values) {}
}
