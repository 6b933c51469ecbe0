package org.evergreen.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evergreen.money.Rounding;
import org.evergreen.sql.Columns;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** A host whose prices are in memory and whose orders are rows, written for a batch at once. */
final class BenchmarkOrders implements Orders {

  private static final BigDecimal TAX = new BigDecimal("0.08");
  private static final BigDecimal SHIPPING = new BigDecimal("4.90");

  record OrderRow(long id, OrderRequest order) {}

  record LineRow(long order, QuoteLine line, Quote.PricedLine price) {}

  static final Columns<OrderRow> ORDER =
      Columns.<OrderRow>of()
          .bigint("id", OrderRow::id)
          .text("reference", row -> row.order().reference())
          .text("customer_id", row -> row.order().request().customer().orElseThrow().value())
          .numeric("total", row -> row.order().quote().total().getAmount())
          .text("currency", row -> row.order().request().currency().getCode())
          .text("payment", row -> row.order().gatewayReference())
          .timestamp("paid_at", row -> row.order().paidAt());
  static final Columns<LineRow> LINE =
      Columns.<LineRow>of()
          .bigint("order_id", LineRow::order)
          .text("line_key", row -> row.line().key())
          .text("sku", row -> row.line().sku().value())
          .integer("quantity", row -> row.line().quantity())
          .numeric("amount", row -> row.price().amount().getAmount())
          .numeric("tax", row -> row.price().tax().getAmount());
  static final String INSERT_ORDERS =
      ORDER.insertInto("shop_order") + " on conflict (reference) do nothing";
  static final String INSERT_LINES = LINE.insertInto("shop_order_line") + " on conflict do nothing";

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final IdSequence ids;

  BenchmarkOrders(JdbcTemplate jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ids = new IdSequence(jdbc, "shop_order_seq");
  }

  static void createTables(JdbcTemplate jdbc) {
    jdbc.execute("create sequence shop_order_seq increment by 50");
    jdbc.execute(
        "create table shop_order (id bigint primary key, reference text not null unique,"
            + " customer_id text not null, total numeric(19, 4) not null, currency char(3) not null,"
            + " payment text not null, paid_at timestamptz not null)");
    jdbc.execute(
        "create table shop_order_line (order_id bigint not null references shop_order (id),"
            + " line_key text not null, sku text not null, quantity integer not null,"
            + " amount numeric(19, 4) not null, tax numeric(19, 4) not null,"
            + " primary key (order_id, line_key))");
  }

  @Override
  public List<Quote> quote(List<QuoteRequest> requests) {
    return requests.stream().<Quote>map(BenchmarkOrders::quote).toList();
  }

  private static Quote.Priced quote(QuoteRequest request) {
    Money zero = Money.zero(request.currency());
    Money shipping = request.shipTo().isPresent() ? Money.of(request.currency(), SHIPPING) : zero;
    Money total = shipping.plus(tax(shipping));
    List<Quote.PricedLine> lines = new ArrayList<>(request.lines().size());
    for (QuoteLine line : request.lines()) {
      Money amount = line.unitPrice().multipliedBy(line.quantity());
      lines.add(new Quote.PricedLine(line.key(), amount, tax(amount)));
      total = total.plus(amount).plus(tax(amount));
    }
    return new Quote.Priced(request.reference(), lines, shipping, tax(shipping), total);
  }

  private static Money tax(Money amount) {
    return Rounding.round(amount.getCurrencyUnit(), amount.getAmount().multiply(TAX));
  }

  @Override
  public List<Placement> place(List<OrderRequest> orders) {
    return transactions.execute(status -> write(orders));
  }

  /** The rows of the database decide which order a reference has. */
  private List<Placement> write(List<OrderRequest> orders) {
    List<Long> keys = ids.next(orders.size());
    List<OrderRow> rows = new ArrayList<>(orders.size());
    for (int i = 0; i < orders.size(); i++) {
      rows.add(new OrderRow(keys.get(i), orders.get(i)));
    }
    if (ORDER.update(jdbc, INSERT_ORDERS, rows) < rows.size()) {
      rows = standing(orders);
    }
    LINE.update(jdbc, INSERT_LINES, rows.stream().flatMap(row -> lines(row).stream()).toList());
    return rows.stream().map(BenchmarkOrders::placed).toList();
  }

  private List<OrderRow> standing(List<OrderRequest> orders) {
    Object references = orders.stream().map(OrderRequest::reference).toArray(String[]::new);
    Map<String, Long> standing =
        jdbc
            .query(
                "select reference, id from shop_order where reference = any(?)",
                (row, n) -> Map.entry(row.getString(1), row.getLong(2)),
                references)
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return orders.stream()
        .map(order -> new OrderRow(standing.get(order.reference()), order))
        .toList();
  }

  private static List<LineRow> lines(OrderRow row) {
    List<QuoteLine> lines = row.order().request().lines();
    List<Quote.PricedLine> prices = row.order().quote().lines();
    List<LineRow> rows = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      rows.add(new LineRow(row.id(), lines.get(i), prices.get(i)));
    }
    return rows;
  }

  private static Placement placed(OrderRow row) {
    OrderId id = new OrderId(Long.toString(row.id()));
    return new Placement.Placed(row.order().reference(), id, "N" + id);
  }

  @Override
  public Map<OrderId, OrderSummary> summaries(Collection<OrderId> wanted) {
    return Map.of();
  }
}
