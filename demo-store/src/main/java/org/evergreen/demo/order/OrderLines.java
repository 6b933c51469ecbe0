package org.evergreen.demo.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.demo.database.GiftColumns;
import org.evergreen.money.StoredMoney;
import org.evergreen.plan.PlanOfferText;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Keeps the lines of orders. */
@Component
class OrderLines {

  private static final String INSERT =
      "insert into demo_order_line (order_id, line_key, position, cart_line_id, sku_id, product_id,"
          + " name, kind, quantity, unit_price, discount, amount, tax, offer, "
          + GiftColumns.NAMES
          + ") values (:order, :key, :position,"
          + " :cartLine, :sku, :product, :name, :kind, :quantity, :unitPrice, :discount, :amount, :tax,"
          + " :offer, "
          + GiftColumns.PARAMETERS
          + ")";

  private static final String SELECT =
      "select l.*, o.currency from demo_order_line l join demo_order o on o.id = l.order_id"
          + " where l.order_id in (:orders) order by l.order_id, l.position";

  private final NamedParameterJdbcOperations jdbc;

  OrderLines(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes the lines of new orders, in one batch. */
  void write(Map<Long, List<OrderLine>> linesByOrder) {
    List<SqlParameterSource> rows = new ArrayList<>();
    linesByOrder.forEach(
        (order, lines) -> {
          for (int position = 0; position < lines.size(); position++) {
            rows.add(row(order, position, lines.get(position)));
          }
        });
    jdbc.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new));
  }

  /** The lines of orders, by order. */
  Map<Long, List<OrderLine>> of(Collection<Long> orders) {
    Map<Long, List<OrderLine>> found = new HashMap<>();
    if (!orders.isEmpty()) {
      jdbc.query(
          SELECT,
          Map.of("orders", orders),
          row -> {
            found
                .computeIfAbsent(row.getLong("order_id"), order -> new ArrayList<>())
                .add(read(row));
          });
    }
    return found;
  }

  private SqlParameterSource row(long order, int position, OrderLine line) {
    return new MapSqlParameterSource("order", order)
        .addValue("key", line.key())
        .addValue("position", position)
        .addValue("cartLine", line.cartLine().orElse(null))
        .addValue("sku", line.sku().value())
        .addValue("product", line.product().value())
        .addValue("name", line.name())
        .addValue("kind", line.kind().name())
        .addValue("quantity", line.quantity())
        .addValue("unitPrice", line.unitPrice().getAmount())
        .addValue("discount", line.discount().getAmount())
        .addValue("amount", line.amount().getAmount())
        .addValue("tax", line.tax().getAmount())
        .addValue("offer", line.offer().map(PlanOfferText::write).orElse(null))
        .addValues(GiftColumns.values(line.gift()));
  }

  private OrderLine read(ResultSet row) throws SQLException {
    return new OrderLine(
        row.getString("line_key"),
        Optional.ofNullable(row.getObject("cart_line_id", Long.class)),
        new SkuId(row.getString("sku_id")),
        new ProductId(row.getString("product_id")),
        row.getString("name"),
        ProductKind.valueOf(row.getString("kind")),
        row.getInt("quantity"),
        money(row, "unit_price"),
        money(row, "discount"),
        money(row, "amount"),
        money(row, "tax"),
        Optional.ofNullable(row.getString("offer")).map(PlanOfferText::read),
        GiftColumns.read(row));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return StoredMoney.of(row.getString("currency"), row.getBigDecimal(column));
  }
}
