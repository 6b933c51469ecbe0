package org.evergreen.testing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A host in memory: a catalog and customers that tests put in, and orders that cost 10 % tax and 5
 * for shipping. Every product has one SKU.
 */
public final class FakeStorefront implements Catalog, Customers {

  private final Map<SkuId, Sku> skus = new ConcurrentHashMap<>();
  private final Map<CustomerId, CustomerProfile> customers = new ConcurrentHashMap<>();
  private final Set<CustomerId> unverified = ConcurrentHashMap.newKeySet();
  private final FakeOrders orders = new FakeOrders(this);
  private final FakeDownloads downloads = new FakeDownloads();

  /** An address in the host's country. */
  public static PostalAddress address() {
    return new PostalAddress(
        "Ada Green", "1 Garden Lane", "", "Springfield", "IL", "62701", "US", "555-0100");
  }

  /** Puts a product with one SKU into the catalog; its ids are the name without blanks. */
  public Sku product(String name, ProductKind kind, String price) {
    return product(name, kind, Money.of(CurrencyUnit.USD, new BigDecimal(price)));
  }

  /** The same in any currency. */
  public Sku product(String name, ProductKind kind, Money amount) {
    String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
    Sku sku = new Sku(new SkuId(id + "-sku"), new ProductId(id), name, amount, kind, true);
    skus.put(sku.id(), sku);
    return sku;
  }

  /** Changes the price of a SKU. */
  public void reprice(SkuId id, String price) {
    skus.computeIfPresent(
        id,
        (key, sku) ->
            new Sku(
                key,
                sku.productId(),
                sku.name(),
                Money.of(CurrencyUnit.USD, new BigDecimal(price)),
                sku.kind(),
                sku.sellable()));
  }

  /** Takes a SKU off the market; the catalog still knows it. */
  public void stopSelling(SkuId id) {
    skus.computeIfPresent(
        id,
        (key, sku) -> new Sku(key, sku.productId(), sku.name(), sku.price(), sku.kind(), false));
  }

  /** Removes a SKU from the catalog. */
  public void remove(SkuId id) {
    skus.remove(id);
  }

  /** Opens a customer account. */
  public CustomerId customer(String id) {
    CustomerId key = new CustomerId(id);
    customers.put(key, new CustomerProfile(key, id + "@example.com", "Ada", "Green", Locale.US));
    unverified.remove(key);
    return key;
  }

  /** A customer has not shown yet that his e-mail address is his. */
  public void doubtEmailOf(CustomerId customer) {
    unverified.add(customer);
  }

  /** The host's orders. */
  public FakeOrders orders() {
    return orders;
  }

  /** The files of the host's downloadable products. */
  public FakeDownloads downloads() {
    return downloads;
  }

  @Override
  public Map<SkuId, Sku> skus(Collection<SkuId> ids) {
    return ids.stream()
        .distinct()
        .map(skus::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(Sku::id, sku -> sku));
  }

  @Override
  public Map<ProductId, List<Sku>> skusOf(Collection<ProductId> products) {
    return skus.values().stream()
        .filter(sku -> products.contains(sku.productId()))
        .collect(Collectors.groupingBy(Sku::productId));
  }

  @Override
  public List<CatalogProduct> products(String text, int limit) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    return skus.values().stream()
        .map(FakeStorefront::product)
        .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(part))
        .sorted(Comparator.comparing(CatalogProduct::name))
        .limit(limit)
        .toList();
  }

  @Override
  public Map<ProductId, CatalogProduct> productsById(Collection<ProductId> ids) {
    return skus.values().stream()
        .filter(sku -> ids.contains(sku.productId()))
        .collect(Collectors.toMap(Sku::productId, FakeStorefront::product));
  }

  private static CatalogProduct product(Sku sku) {
    return new CatalogProduct(sku.productId(), sku.name(), sku.kind(), sku.price());
  }

  @Override
  public Optional<String> verifiedEmail(CustomerId customer) {
    return Optional.ofNullable(customers.get(customer))
        .filter(known -> !unverified.contains(customer))
        .map(CustomerProfile::email);
  }

  @Override
  public Optional<CustomerId> signedIn() {
    return Optional.empty();
  }

  @Override
  public Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids) {
    return ids.stream()
        .distinct()
        .map(customers::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(CustomerProfile::id, profile -> profile));
  }

  @Override
  public List<CustomerId> search(String text, int limit) {
    String part = text.toLowerCase(Locale.ROOT);
    return customers.values().stream()
        .filter(profile -> profile.email().toLowerCase(Locale.ROOT).contains(part))
        .map(CustomerProfile::id)
        .limit(limit)
        .toList();
  }
}
