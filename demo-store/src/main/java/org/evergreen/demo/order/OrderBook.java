package org.evergreen.demo.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.demo.database.AddressColumns;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderSummary;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads orders. */
@Component
public class OrderBook {

  private static final String SELECT = "select * from demo_order ";

  private final JdbcClient jdbc;
  private final OrderLines lines;

  OrderBook(JdbcClient jdbc, OrderLines lines) {
    this.jdbc = jdbc;
    this.lines = lines;
  }

  /** An order by its id. */
  public Optional<ShopOrder> find(long id) {
    return withLines(jdbc.sql(SELECT + "where id = ?").param(id).query(OrderBook::read).list())
        .stream()
        .findFirst();
  }

  /** An order of this shopper by its number; empty when it is unknown or somebody else's. */
  public Optional<ShopOrder> find(long accountId, String number) {
    return withLines(
            jdbc.sql(SELECT + "where account_id = ? and number = ?")
                .param(accountId)
                .param(number)
                .query(OrderBook::read)
                .list())
        .stream()
        .findFirst();
  }

  /**
   * The orders of a shopper that were paid or may be paid yet, latest first.
   *
   * @param page counted from 0
   */
  public List<ShopOrder> history(long accountId, int page, int size) {
    return withLines(
        jdbc.sql(
                SELECT
                    + "where account_id = ? and status <> 'CANCELLED'"
                    + " order by placed_at desc, id desc limit ? offset ?")
            .param(accountId)
            .param(size)
            .param((long) page * size)
            .query(OrderBook::read)
            .list());
  }

  /** How many orders {@link #history} has in all. */
  public int count(long accountId) {
    return jdbc.sql(
            "select count(*) from demo_order where account_id = ? and status <> 'CANCELLED'")
        .param(accountId)
        .query(Integer.class)
        .single();
  }

  /** The order that a checkout form has made. */
  public Optional<ShopOrder> byCheckoutToken(long accountId, String token) {
    return withLines(
            jdbc.sql(SELECT + "where account_id = ? and checkout_token = ?")
                .param(accountId)
                .param(token)
                .query(OrderBook::read)
                .list())
        .stream()
        .findFirst();
  }

  /** Orders whose payment is under way. */
  public List<ShopOrder> pending(long accountId) {
    return withLines(
        jdbc.sql(SELECT + "where account_id = ? and status = 'PENDING' order by id desc")
            .param(accountId)
            .query(OrderBook::read)
            .list());
  }

  /** Orders that were not paid and may be paid later, latest first. */
  public List<ShopOrder> unpaid(long accountId) {
    return withLines(
        jdbc.sql(SELECT + "where account_id = ? and status = 'FAILED' order by id desc")
            .param(accountId)
            .query(OrderBook::read)
            .list());
  }

  Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids) {
    Long[] keys =
        ids.stream()
            .map(OrderId::value)
            .filter(id -> id.matches("\\d{1,18}"))
            .map(Long::valueOf)
            .toArray(Long[]::new);
    return jdbc
        .sql(SELECT + "where id = any(?)")
        .param(keys)
        .query(OrderBook::summary)
        .list()
        .stream()
        .collect(Collectors.toMap(OrderSummary::id, Function.identity()));
  }

  private List<ShopOrder> withLines(List<ShopOrder> rows) {
    Map<Long, List<OrderLine>> byOrder = lines.of(rows.stream().map(ShopOrder::id).toList());
    return rows.stream()
        .map(row -> row.withLines(byOrder.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private static OrderSummary summary(ResultSet row, int number) throws SQLException {
    return new OrderSummary(
        new OrderId(row.getString("id")),
        row.getString("number"),
        row.getTimestamp("placed_at").toInstant(),
        money(row, "total"),
        OrderStatus.valueOf(row.getString("status")).words());
  }

  private static ShopOrder read(ResultSet row, int number) throws SQLException {
    return new ShopOrder(
        row.getLong("id"),
        row.getString("number"),
        row.getLong("account_id"),
        OrderStatus.valueOf(row.getString("status")),
        kind(row),
        List.of(),
        money(row, "shipping"),
        money(row, "shipping_tax"),
        money(row, "total"),
        money(row, "credit"),
        Optional.ofNullable(row.getObject("payment_method_id", Long.class))
            .map(PaymentMethodId::new),
        AddressColumns.read(row, "ship_"),
        row.getTimestamp("placed_at").toInstant(),
        instant(row, "paid_at"),
        Optional.ofNullable(row.getString("coupon")));
  }

  private static OrderKind kind(ResultSet row) throws SQLException {
    return row.getBoolean("renewal")
        ? OrderKind.placedAs(row.getString("reference"))
        : OrderKind.CHECKOUT;
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return StoredMoney.of(row.getString("currency"), row.getBigDecimal(column));
  }
}
