package org.evergreen.broadleaf.catalog;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.evergreen.broadleaf.Keys;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.springframework.transaction.support.TransactionOperations;

/** The engine's view of Broadleaf's catalog. */
public class BroadleafCatalog implements Catalog {

  private static final String PRODUCTS =
      "select p from org.broadleafcommerce.core.catalog.domain.ProductImpl p join p.defaultSku s"
          + " where (p.archiveStatus.archived is null or p.archiveStatus.archived = 'N')";

  private final CatalogService catalog;
  private final SkuSnapshots snapshots;
  private final EntityManager entities;
  private final TransactionOperations transactions;

  public BroadleafCatalog(
      CatalogService catalog,
      SkuSnapshots snapshots,
      EntityManager entities,
      TransactionOperations transactions) {
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.entities = entities;
    this.transactions = transactions;
  }

  @Override
  public Map<SkuId, Sku> skus(Collection<SkuId> ids) {
    List<Long> numbers = Keys.numbers(ids, SkuId::value);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return transactions.execute(
        status ->
            catalog.findSkusByIds(numbers).stream()
                .filter(sku -> sku.getProduct() != null)
                .map(snapshots::of)
                .collect(Collectors.toMap(Sku::id, sku -> sku, (first, again) -> first)));
  }

  @Override
  public Map<ProductId, List<Sku>> skusOf(Collection<ProductId> products) {
    List<Long> numbers = Keys.numbers(products, ProductId::value);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return transactions.execute(
        status ->
            entities
                .createQuery(PRODUCTS + " and p.id in :ids", Product.class)
                .setParameter("ids", numbers)
                .getResultList()
                .stream()
                .flatMap(product -> product.getAllSkus().stream())
                .filter(sku -> sku.getProduct() != null)
                .map(snapshots::of)
                .collect(Collectors.groupingBy(Sku::productId)));
  }

  @Override
  public List<CatalogProduct> products(String text, int limit) {
    // The collation makes the order the same on every server, whatever its language.
    String query =
        PRODUCTS
            + " and lower(s.name) like :text escape '!'"
            + " order by collate(lower(s.name) as ucs_basic), p.id";
    return transactions.execute(
        status ->
            entities
                .createQuery(query, Product.class)
                .setParameter("text", "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%")
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(snapshots::product)
                .toList());
  }

  private static String escaped(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }

  @Override
  public Map<ProductId, CatalogProduct> productsById(Collection<ProductId> ids) {
    List<Long> numbers = Keys.numbers(ids, ProductId::value);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return transactions.execute(
        status ->
            entities
                .createQuery(PRODUCTS + " and p.id in :ids", Product.class)
                .setParameter("ids", numbers)
                .getResultList()
                .stream()
                .map(snapshots::product)
                .collect(Collectors.toMap(CatalogProduct::id, product -> product)));
  }
}
