package org.evergreen.demo.catalog;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;

/**
 * A product as its page shows it.
 *
 * @param details short facts, for example "12 oz bag"
 * @param image path of its picture, relative to the application
 * @param variants at least one; the first is the default
 */
public record ShopProduct(
    ProductId id,
    String name,
    String tagline,
    String description,
    List<String> details,
    Department department,
    ProductKind kind,
    String image,
    String imageAlt,
    List<Variant> variants) {

  public ShopProduct {
    details = List.copyOf(details);
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("Product " + id + " has no SKU to sell");
    }
  }

  /** The variant that the catalog shows. */
  public Variant first() {
    return variants.get(0);
  }

  /** Its variant with this SKU. */
  public Optional<Variant> variant(SkuId sku) {
    return variants.stream().filter(variant -> variant.sku().equals(sku)).findFirst();
  }

  /** A variant as the engine knows it. */
  public Sku sku(Variant variant) {
    String fullName = variant.name().isEmpty() ? name : name + ", " + variant.name();
    return new Sku(variant.sku(), id, fullName, variant.price(), kind, variant.sellable());
  }
}
