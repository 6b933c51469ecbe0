package org.evergreen.demo.seed;

import java.math.BigDecimal;
import java.util.List;
import org.evergreen.demo.catalog.Department;
import org.evergreen.demo.order.TaxClass;
import org.evergreen.storefront.ProductKind;

/** A product as {@code seed/catalog.json} describes it. */
record SeedProduct(
    String id,
    String name,
    String tagline,
    Department department,
    ProductKind kind,
    TaxClass tax,
    String alt,
    String description,
    List<String> details,
    List<Variant> variants) {

  /** A variant in US dollars. */
  record Variant(String sku, String name, BigDecimal price) {}
}
