package org.evergreen.storefront;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The host's catalog. */
public interface Catalog {

  /** Snapshots of the SKUs that exist; an id the host does not know is left out. */
  Map<SkuId, Sku> skus(Collection<SkuId> ids);

  /**
   * The SKUs of products, the one that a product is sold as by default first; a product that the
   * host does not know is left out.
   */
  Map<ProductId, List<Sku>> skusOf(Collection<ProductId> products);

  /**
   * Products for the merchant to pick from, by name.
   *
   * @param text part of a name, in any case; blank finds all
   * @param limit the most that are returned, ordered by name
   */
  List<CatalogProduct> products(String text, int limit);

  /** The names of products that exist; an id the host does not know is left out. */
  Map<ProductId, CatalogProduct> productsById(Collection<ProductId> ids);
}
