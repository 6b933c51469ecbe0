package org.evergreen.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.ProductId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** How each product is sold: one-time, by plan, or both. */
public class ProductSelling {

  private final NamedParameterJdbcOperations jdbc;

  public ProductSelling(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The merchant's choice for a product. */
  public SellingChoice get(ProductId product) {
    return get(List.of(product)).getOrDefault(product, SellingChoice.undecided());
  }

  /** The merchant's choices; a product for which he never decided is left out. */
  public Map<ProductId, SellingChoice> get(Collection<ProductId> products) {
    Map<ProductId, SellingChoice> choices = new HashMap<>();
    if (products.isEmpty()) {
      return choices;
    }
    jdbc.query(
        "select product_id, mode, preselected_plan_id from evergreen_product_selling"
            + " where product_id in (:products)",
        new MapSqlParameterSource(
            "products", products.stream().map(ProductId::value).distinct().toList()),
        row -> {
          choices.put(new ProductId(row.getString("product_id")), choice(row));
        });
    return choices;
  }

  private static SellingChoice choice(ResultSet row) throws SQLException {
    Long plan = row.getObject("preselected_plan_id", Long.class);
    return new SellingChoice(
        SellingMode.valueOf(row.getString("mode")), Optional.ofNullable(plan).map(PlanId::new));
  }

  /** Replaces the merchant's choice for a product. */
  public void save(ProductId product, SellingMode mode, Optional<PlanId> preselected) {
    jdbc.update(
        "insert into evergreen_product_selling (product_id, mode, preselected_plan_id)"
            + " values (:product, :mode, :plan)"
            + " on conflict (product_id) do update"
            + " set mode = excluded.mode, preselected_plan_id = excluded.preselected_plan_id",
        new MapSqlParameterSource("product", product.value())
            .addValue("mode", mode.name())
            .addValue("plan", preselected.map(PlanId::value).orElse(null), Types.BIGINT));
  }
}
