package org.evergreen.demo.order;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.demo.account.Account;
import org.evergreen.demo.account.AccountKey;
import org.evergreen.demo.account.Accounts;
import org.evergreen.demo.database.AddressColumns;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Quote.PricedLine;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.SkuId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the orders of renewals, which are paid before they are placed. The unique reference lets a
 * second placing answer with the first one's order.
 */
@Component
class RenewalOrders {

  private static final String INSERT_ORDER =
      "insert into demo_order (id, number, account_id, status, renewal, reference, currency,"
          + " shipping, shipping_tax, total, credit, gateway, gateway_reference, ship_name, ship_line1,"
          + " ship_line2, ship_city, ship_region, ship_postal_code, ship_country, ship_phone,"
          + " placed_at, paid_at) values (:id, :number, :account, 'PAID', true, :reference,"
          + " :currency, :shipping, :shippingTax, :total, :credit, :gateway, :gatewayReference, :ship_name,"
          + " :ship_line1, :ship_line2, :ship_city, :ship_region, :ship_postal_code,"
          + " :ship_country, :ship_phone, :paidAt, :paidAt) on conflict (reference) do nothing";

  private final NamedParameterJdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final Accounts accounts;
  private final PriceBook prices;
  private final OrderLines lines;

  RenewalOrders(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      Accounts accounts,
      PriceBook prices,
      OrderLines lines) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.accounts = accounts;
    this.prices = prices;
    this.lines = lines;
  }

  List<Placement> place(List<OrderRequest> orders) {
    Set<Long> known = knownAccounts(orders);
    List<OrderRequest> taken =
        orders.stream()
            .filter(order -> account(order).filter(known::contains).isPresent())
            .toList();
    Map<String, Placement> placed = transactions.execute(status -> write(taken));
    return orders.stream()
        .map(
            order ->
                placed.getOrDefault(
                    order.reference(),
                    new Placement.Refused(
                        order.reference(), "The customer of the order has no account here")))
        .toList();
  }

  private Set<Long> knownAccounts(List<OrderRequest> orders) {
    List<Long> ids = orders.stream().flatMap(order -> account(order).stream()).distinct().toList();
    return accounts.byId(ids).stream().map(Account::id).collect(Collectors.toSet());
  }

  private static Optional<Long> account(OrderRequest order) {
    return order.request().customer().flatMap(AccountKey::of);
  }

  private Map<String, Placement> write(List<OrderRequest> orders) {
    Map<Long, OrderRequest> byId = new LinkedHashMap<>();
    Iterator<Long> ids = nextIds(orders.size()).iterator();
    orders.forEach(order -> byId.put(ids.next(), order));
    SqlParameterSource[] rows =
        byId.entrySet().stream()
            .map(entry -> row(entry.getKey(), entry.getValue()))
            .toArray(SqlParameterSource[]::new);
    jdbc.batchUpdate(INSERT_ORDER, rows);
    Map<String, Placement> placed = placed(orders);
    byId.entrySet().removeIf(entry -> !isNew(entry, placed));
    lines.write(linesOf(byId));
    return placed;
  }

  /** Whether the row with our id is the one that has the reference, not one placed earlier. */
  private static boolean isNew(Map.Entry<Long, OrderRequest> entry, Map<String, Placement> placed) {
    return placed.get(entry.getValue().reference()) instanceof Placement.Placed order
        && order.order().value().equals(Long.toString(entry.getKey()));
  }

  private List<Long> nextIds(int count) {
    return jdbc.queryForList(
        "select nextval('demo_order_seq') from generate_series(1, :count)",
        Map.of("count", count),
        Long.class);
  }

  private SqlParameterSource row(long id, OrderRequest order) {
    return new MapSqlParameterSource("id", id)
        .addValue("number", Long.toString(id))
        .addValue("account", account(order).orElseThrow())
        .addValue("reference", order.reference())
        .addValue("currency", order.quote().total().getCurrencyUnit().getCode())
        .addValue("shipping", order.quote().shipping().getAmount())
        .addValue("shippingTax", order.quote().shippingTax().getAmount())
        .addValue("total", order.quote().total().getAmount())
        .addValue("credit", order.credit().getAmount())
        .addValue("gateway", order.gateway())
        .addValue("gatewayReference", order.gatewayReference())
        .addValue("paidAt", Timestamp.from(order.paidAt()))
        .addValues(AddressColumns.values(order.request().shipTo(), "ship_"));
  }

  private Map<String, Placement> placed(List<OrderRequest> orders) {
    Map<String, Placement> placed = new HashMap<>();
    if (!orders.isEmpty()) {
      jdbc.query(
          "select id, number, reference from demo_order where reference in (:references)",
          Map.of("references", orders.stream().map(OrderRequest::reference).toList()),
          row -> {
            String reference = row.getString("reference");
            OrderId id = new OrderId(row.getString("id"));
            placed.put(reference, new Placement.Placed(reference, id, row.getString("number")));
          });
    }
    return placed;
  }

  private Map<Long, List<OrderLine>> linesOf(Map<Long, OrderRequest> orders) {
    Map<SkuId, SkuFacts> skus =
        prices.skus(
            orders.values().stream()
                .flatMap(order -> order.request().lines().stream())
                .map(QuoteLine::sku)
                .toList());
    Map<Long, List<OrderLine>> linesByOrder = new LinkedHashMap<>();
    orders.forEach((id, order) -> linesByOrder.put(id, linesOf(order, skus)));
    return linesByOrder;
  }

  private static List<OrderLine> linesOf(OrderRequest order, Map<SkuId, SkuFacts> skus) {
    Map<String, PricedLine> priced =
        order.quote().lines().stream().collect(Collectors.toMap(PricedLine::key, line -> line));
    return order.request().lines().stream()
        .map(line -> orderLine(line, priced.get(line.key()), skus))
        .toList();
  }

  private static OrderLine orderLine(QuoteLine line, PricedLine priced, Map<SkuId, SkuFacts> skus) {
    SkuFacts lost = SkuFacts.lost(line.sku().value(), line.unitPrice().getCurrencyUnit());
    SkuFacts sku = skus.getOrDefault(line.sku(), lost);
    return new OrderLine(
        line.key(),
        Optional.empty(),
        line.sku(),
        new ProductId(sku.productId()),
        sku.name(),
        sku.kind(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        priced.amount(),
        priced.tax(),
        Optional.empty(),
        Optional.empty());
  }
}
