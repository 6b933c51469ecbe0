package org.evergreen.renewal;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads groups with their lines and charges, with one statement a table. */
final class RenewalViews {

  private static final String GROUPS =
      "select g.*, g.shipping_tax + coalesce((select sum(r.tax) from evergreen_renewal r"
          + " where r.group_id = g.id and r.voided_at is null), 0) as tax"
          + " from evergreen_renewal_group g ";

  private static final String LINES =
      "select l.*, g.currency, r.voided_at is not null as dropped from evergreen_renewal_line l"
          + " join evergreen_renewal_group g on g.id = l.group_id"
          + " join evergreen_renewal r on r.group_id = l.group_id"
          + " and r.subscription_id = l.subscription_id"
          + " where l.group_id = any(?) order by l.group_id, l.subscription_id, l.line_id";

  private record Row(long group, RenewalGroupView.Line line) {}

  private final JdbcOperations jdbc;
  private final Charges charges;

  RenewalViews(JdbcOperations jdbc, Charges charges) {
    this.jdbc = jdbc;
    this.charges = charges;
  }

  /**
   * The groups that a condition selects.
   *
   * @param condition what follows the from clause; the group is {@code g}
   */
  List<RenewalGroupView> where(String condition, Object... parameters) {
    List<RenewalGroupView> bare = jdbc.query(GROUPS + condition, RenewalViews::bare, parameters);
    if (bare.isEmpty()) {
      return bare;
    }
    Map<Long, List<Row>> lines =
        jdbc
            .query(
                LINES,
                RenewalViews::line,
                bare.stream().mapToLong(group -> group.id().value()).toArray())
            .stream()
            .collect(groupingBy(Row::group));
    Map<String, List<Charge>> attempts =
        charges.attempts(bare.stream().map(group -> group.id().reference()).toList());
    return bare.stream()
        .map(
            group ->
                group.with(
                    lines.getOrDefault(group.id().value(), List.of()).stream()
                        .map(Row::line)
                        .toList(),
                    attempts.getOrDefault(group.id().reference(), List.of())))
        .toList();
  }

  private static RenewalGroupView bare(ResultSet row, int number) throws SQLException {
    return new RenewalGroupView(
        new RenewalGroupId(row.getLong("id")),
        new CustomerId(row.getString("customer_id")),
        RenewalGroupStatus.valueOf(row.getString("status")),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("opened_at").toInstant(),
        instant(row, "paid_at"),
        chargedAgainAt(row),
        money(row, "shipping"),
        money(row, "tax"),
        money(row, "total"),
        money(row, "credit"),
        Optional.ofNullable(row.getString("order_id")).map(OrderId::new),
        Optional.ofNullable(row.getString("order_number")),
        Optional.ofNullable(row.getString("problem")),
        List.of(),
        List.of());
  }

  /** A step of the ladder at which the shopper is only reminded is no attempt. */
  private static Optional<Instant> chargedAgainAt(ResultSet row) throws SQLException {
    boolean waits = RenewalGroupStatus.WAITING.name().equals(row.getString("status"));
    Long refused = row.getObject("refused_method_id", Long.class);
    boolean useless =
        refused != null && refused.equals(row.getObject("payment_method_id", Long.class));
    boolean reminded = useless || (waits && row.getTimestamp("failed_at") != null);
    return reminded ? Optional.empty() : instant(row, "retry_at");
  }

  private static Row line(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("group_id"),
        new RenewalGroupView.Line(
            new SubscriptionId(row.getLong("subscription_id")),
            row.getString("name"),
            row.getInt("quantity"),
            money(row, "discount"),
            money(row, "amount"),
            money(row, "tax"),
            row.getBoolean("dropped")));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return StoredMoney.of(row.getString("currency"), row.getBigDecimal(column));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
