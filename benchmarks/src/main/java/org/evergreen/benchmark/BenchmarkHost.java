package org.evergreen.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;

/** The ports of a host that a renewal run does not ask. */
final class BenchmarkHost implements Catalog, Customers {

  @Override
  public Map<SkuId, Sku> skus(Collection<SkuId> ids) {
    return Map.of();
  }

  @Override
  public Map<ProductId, List<Sku>> skusOf(Collection<ProductId> products) {
    return Map.of();
  }

  @Override
  public List<CatalogProduct> products(String text, int limit) {
    return List.of();
  }

  @Override
  public Map<ProductId, CatalogProduct> productsById(Collection<ProductId> ids) {
    return Map.of();
  }

  @Override
  public Optional<CustomerId> signedIn() {
    return Optional.empty();
  }

  @Override
  public Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids) {
    return Map.of();
  }

  @Override
  public Optional<String> verifiedEmail(CustomerId customer) {
    return Optional.empty();
  }
}
