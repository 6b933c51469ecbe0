package org.evergreen.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.evergreen.form.FormFields;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.ProductId;

/** Reads the products that were ticked in a form. */
final class ProductFields {

  private static final String FIELD = "products";

  private ProductFields() {}

  /** The products, of which each is in the catalog if nothing is wrong. */
  static Set<ProductId> read(FormFields fields, Collection<String> ids, Catalog catalog) {
    Set<ProductId> products = new HashSet<>();
    for (String id : ids == null ? Set.<String>of() : ids) {
      fields.key(FIELD, id).ifPresent(key -> products.add(new ProductId(key)));
    }
    Set<ProductId> known = catalog.productsById(products).keySet();
    products.stream()
        .filter(product -> !known.contains(product))
        .map(product -> FormFields.shown(product.value()))
        .sorted()
        .findFirst()
        .ifPresent(
            id ->
                fields.violation(FIELD, "Untick '" + id + "'; no such product is in the catalog"));
    return products;
  }
}
