package org.evergreen.demo.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.money.StoredMoney;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's view of what the store sells. */
@Component
class DemoCatalog implements Catalog {

  private static final String SKUS =
      "select s.id, s.product_id, s.variant, s.price, s.currency, s.sellable, p.name, p.kind"
          + " from demo_sku s join demo_product p on p.id = s.product_id ";

  /** A product's price is that of its first SKU. */
  private static final String PRODUCTS =
      "select p.id, p.name, p.kind, s.price, s.currency from demo_product p cross join lateral"
          + " (select price, currency from demo_sku where product_id = p.id"
          + " order by position limit 1) s ";

  private static final String BY_NAME = " order by lower(p.name) collate \"C\", p.id";

  private final JdbcClient jdbc;

  DemoCatalog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<SkuId, Sku> skus(Collection<SkuId> ids) {
    String[] keys = ids.stream().map(SkuId::value).distinct().toArray(String[]::new);
    return jdbc
        .sql(SKUS + "where s.id = any(?)")
        .param(keys)
        .query(DemoCatalog::sku)
        .list()
        .stream()
        .collect(Collectors.toMap(Sku::id, Function.identity()));
  }

  @Override
  public Map<ProductId, List<Sku>> skusOf(Collection<ProductId> products) {
    String[] keys = products.stream().map(ProductId::value).distinct().toArray(String[]::new);
    return jdbc
        .sql(SKUS + "where s.product_id = any(?) order by s.product_id, s.position")
        .param(keys)
        .query(DemoCatalog::sku)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Sku::productId));
  }

  @Override
  public List<CatalogProduct> products(String text, int limit) {
    return jdbc.sql(
            PRODUCTS
                + "where position(lower(:text) in lower(p.name)) > 0"
                + BY_NAME
                + " limit :most")
        .param("text", text.strip())
        .param("most", limit)
        .query(DemoCatalog::product)
        .list();
  }

  @Override
  public Map<ProductId, CatalogProduct> productsById(Collection<ProductId> ids) {
    String[] keys = ids.stream().map(ProductId::value).distinct().toArray(String[]::new);
    return jdbc
        .sql(PRODUCTS + "where p.id = any(?)" + BY_NAME)
        .param(keys)
        .query(DemoCatalog::product)
        .list()
        .stream()
        .collect(Collectors.toMap(CatalogProduct::id, Function.identity()));
  }

  private static Sku sku(ResultSet row, int number) throws SQLException {
    String variant = row.getString("variant");
    String name = row.getString("name");
    return new Sku(
        new SkuId(row.getString("id")),
        new ProductId(row.getString("product_id")),
        variant.isEmpty() ? name : name + ", " + variant,
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("price")),
        ProductKind.valueOf(row.getString("kind")),
        row.getBoolean("sellable"));
  }

  private static CatalogProduct product(ResultSet row, int number) throws SQLException {
    return new CatalogProduct(
        new ProductId(row.getString("id")),
        row.getString("name"),
        ProductKind.valueOf(row.getString("kind")),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("price")));
  }
}
