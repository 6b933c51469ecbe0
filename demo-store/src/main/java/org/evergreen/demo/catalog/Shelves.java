package org.evergreen.demo.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads products for the shop's pages. */
@Component
public class Shelves {

  private static final String PRODUCTS = "select * from demo_product ";

  private final JdbcClient jdbc;

  Shelves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All products, in the shop's order. */
  public List<ShopProduct> all() {
    return withVariants(jdbc.sql(PRODUCTS + "order by position").query(Row::of).list());
  }

  /** The products of a department, in the shop's order. */
  public List<ShopProduct> in(Department department) {
    return withVariants(
        jdbc.sql(PRODUCTS + "where department = ? order by position")
            .param(department.name())
            .query(Row::of)
            .list());
  }

  /** A product by its id. */
  public Optional<ShopProduct> find(ProductId id) {
    return withVariants(jdbc.sql(PRODUCTS + "where id = ?").param(id.value()).query(Row::of).list())
        .stream()
        .findFirst();
  }

  /** The products that have these SKUs, by SKU. */
  public Map<SkuId, ShopProduct> bySku(Collection<SkuId> skus) {
    String[] keys = skus.stream().map(SkuId::value).distinct().toArray(String[]::new);
    List<Row> rows =
        jdbc.sql(PRODUCTS + "where id in (select product_id from demo_sku where id = any(?))")
            .param(keys)
            .query(Row::of)
            .list();
    Map<SkuId, ShopProduct> found = new LinkedHashMap<>();
    for (ShopProduct product : withVariants(rows)) {
      product.variants().forEach(variant -> found.put(variant.sku(), product));
    }
    return found;
  }

  private List<ShopProduct> withVariants(List<Row> rows) {
    String[] ids = rows.stream().map(Row::id).toArray(String[]::new);
    Map<String, List<Variant>> variants = new LinkedHashMap<>();
    jdbc.sql("select * from demo_sku where product_id = any(?) order by position")
        .param(ids)
        .query(
            row -> {
              variants
                  .computeIfAbsent(row.getString("product_id"), id -> new ArrayList<>())
                  .add(variant(row));
            });
    return rows.stream()
        .filter(row -> variants.containsKey(row.id()))
        .map(row -> row.product(variants.get(row.id())))
        .toList();
  }

  private static Variant variant(ResultSet row) throws SQLException {
    return new Variant(
        new SkuId(row.getString("id")),
        row.getString("variant"),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("price")),
        row.getBoolean("sellable"));
  }

  private record Row(
      String id,
      String name,
      String tagline,
      String description,
      String details,
      Department department,
      ProductKind kind,
      String image,
      String imageAlt) {

    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getString("id"),
          row.getString("name"),
          row.getString("tagline"),
          row.getString("description"),
          row.getString("details"),
          Department.valueOf(row.getString("department")),
          ProductKind.valueOf(row.getString("kind")),
          row.getString("image"),
          row.getString("image_alt"));
    }

    ShopProduct product(List<Variant> variants) {
      return new ShopProduct(
          new ProductId(id),
          name,
          tagline,
          description,
          details.lines().toList(),
          department,
          kind,
          image,
          imageAlt,
          variants);
    }
  }
}
