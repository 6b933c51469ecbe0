package org.evergreen.renewal;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Addresses;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads paid groups without an order as the requests for their orders, as they were priced. */
final class LoadUnplacedOrders {

  private static final String GROUPS =
      "select g.id, g.customer_id, g.currency, g.ship_to_address_id, g.shipping, g.shipping_tax,"
          + " g.total, g.credit, g.paid_at, c.gateway, c.gateway_reference"
          + " from evergreen_renewal_group g left join evergreen_charge c"
          + " on c.subject = 'renewal-' || g.id and c.state = 'SUCCEEDED'"
          + " where g.id = any(?) and g.status = 'PAID' and g.order_id is null order by g.id";

  private static final String LINES =
      "select l.*, g.currency from evergreen_renewal_line l"
          + " join evergreen_renewal_group g on g.id = l.group_id"
          + " join evergreen_renewal r on r.group_id = l.group_id"
          + " and r.subscription_id = l.subscription_id and r.voided_at is null"
          + " where l.group_id = any(?) order by l.group_id, l.subscription_id, l.line_id";

  private record Group(
      RenewalGroupId id,
      CustomerId customer,
      Long shipTo,
      Money shipping,
      Money shippingTax,
      Money total,
      Money credit,
      Instant paidAt,
      String gateway,
      String gatewayReference) {

    CurrencyUnit currency() {
      return total.getCurrencyUnit();
    }
  }

  private record Line(long group, QuoteLine asked, Quote.PricedLine priced) {}

  private final JdbcOperations jdbc;
  private final Addresses addresses;

  LoadUnplacedOrders(JdbcOperations jdbc, Addresses addresses) {
    this.jdbc = jdbc;
    this.addresses = addresses;
  }

  /** Requests for those of the groups that are paid and have no order. */
  List<OrderRequest> of(Collection<RenewalGroupId> ids) {
    long[] keys = ids.stream().mapToLong(RenewalGroupId::value).toArray();
    List<Group> groups = jdbc.query(GROUPS, LoadUnplacedOrders::group, keys);
    if (groups.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Line>> lines =
        jdbc.query(LINES, LoadUnplacedOrders::line, keys).stream().collect(groupingBy(Line::group));
    Map<Long, PostalAddress> places =
        addresses.byId(groups.stream().map(Group::shipTo).filter(Objects::nonNull).toList());
    return groups.stream()
        .map(group -> request(group, lines.getOrDefault(group.id().value(), List.of()), places))
        .toList();
  }

  private static OrderRequest request(
      Group group, List<Line> lines, Map<Long, PostalAddress> places) {
    String reference = group.id().reference();
    QuoteRequest asked =
        new QuoteRequest(
            reference,
            Optional.of(group.customer()),
            group.currency(),
            Optional.ofNullable(group.shipTo()).map(places::get),
            lines.stream().map(Line::asked).toList());
    Quote.Priced priced =
        new Quote.Priced(
            reference,
            lines.stream().map(Line::priced).toList(),
            group.shipping(),
            group.shippingTax(),
            group.total());
    return new OrderRequest(
        reference,
        asked,
        priced,
        group.credit(),
        group.gateway(),
        group.gatewayReference(),
        group.paidAt());
  }

  private static Group group(ResultSet row, int number) throws SQLException {
    String gateway = row.getString("gateway");
    String gatewayReference = row.getString("gateway_reference");
    return new Group(
        new RenewalGroupId(row.getLong("id")),
        new CustomerId(row.getString("customer_id")),
        row.getObject("ship_to_address_id", Long.class),
        money(row, "shipping"),
        money(row, "shipping_tax"),
        money(row, "total"),
        money(row, "credit"),
        row.getTimestamp("paid_at").toInstant(),
        Objects.requireNonNullElse(gateway, "none"),
        Objects.requireNonNullElse(gatewayReference, ""));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    String key = Long.toString(row.getLong("line_id"));
    return new Line(
        row.getLong("group_id"),
        new QuoteLine(
            key,
            new SkuId(row.getString("sku_id")),
            row.getInt("quantity"),
            money(row, "unit_price"),
            money(row, "discount"),
            !row.getBoolean("shipping_once")),
        new Quote.PricedLine(key, money(row, "amount"), money(row, "tax")));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return StoredMoney.of(row.getString("currency"), amount);
  }
}
