package org.evergreen.renewal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads what is due of claimed accounts, with one statement a table. */
final class LoadDueSubscriptions {

  private static final String ALL = "select s.* from evergreen_subscription s where ";
  private static final String DUE =
      ALL
          + "s.billing_account_id = any(?) and s.next_payment_at < ? and"
          + BillingAccounts.CHARGED_WHEN_DUE
          + "order by s.id";

  /** What waits for a change is not paid before its day comes, and the change with it. */
  private static final String DUE_OR_NEAR =
      ALL
          + "s.billing_account_id = any(?) and s.next_payment_at < ?"
          + " and (s.next_payment_at < ? or not exists (select 1 from evergreen_change c"
          + " where c.subscription_id = s.id and c.state = 'SCHEDULED')) and"
          + BillingAccounts.CHARGED_WHEN_DUE
          + "order by s.id";

  private static final String OF_CUSTOMER =
      ALL
          + "s.customer_id = ? and s.next_payment_at is not null and"
          + BillingAccounts.CHARGED_WHEN_DUE
          + "order by s.id";

  private static final String AGAIN =
      ALL
          + "s.id in (select r.subscription_id from evergreen_renewal r"
          + " where r.group_id = any(?) and r.voided_at is null) order by s.id";
  private static final String CREDITS =
      "select r.subscription_id, r.credit from evergreen_renewal r"
          + " where r.group_id = any(?) and r.voided_at is null";

  private static final String LINES =
      "select l.id, l.subscription_id, l.sku_id, l.name, l.kind, l.quantity, l.unit_price,"
          + " l.shipping_once from evergreen_subscription_line l"
          + " where l.subscription_id = any(?) order by l.subscription_id, l.position";

  /** What the row of a subscription says; method and address are only keys yet. */
  private record Row(DueSubscription subscription, Long method, Long shipTo) {}

  private record LineRow(long subscription, DueSubscription.Line line) {}

  private final JdbcOperations jdbc;
  private final RenewalDiscounts discounts;
  private final PaymentMethods methods;
  private final Addresses addresses;
  private final ShopTime time;

  LoadDueSubscriptions(
      JdbcOperations jdbc,
      RenewalDiscounts discounts,
      PaymentMethods methods,
      Addresses addresses,
      ShopTime time) {
    this.jdbc = jdbc;
    this.discounts = discounts;
    this.methods = methods;
    this.addresses = addresses;
    this.time = time;
  }

  /**
   * Subscriptions of the accounts that are due before an instant, and those that may be taken along
   * with them.
   *
   * @param horizon before when these are due; the same instant when nothing is taken along early
   */
  List<DueSubscription> of(Claim claim, Instant before, Instant horizon) {
    Timestamp due = Timestamp.from(before);
    return applied(
        horizon.isAfter(before)
            ? jdbc.query(DUE_OR_NEAR, this::row, claim.ids(), Timestamp.from(horizon), due)
            : jdbc.query(DUE, this::row, claim.ids(), due));
  }

  /** All subscriptions of a customer with a next payment that is charged when it is due. */
  List<DueSubscription> ofCustomer(CustomerId customer) {
    return applied(jdbc.query(OF_CUSTOMER, this::row, customer.value()));
  }

  /**
   * The subscriptions of renewals that are opened again, with the discounts that these have and as
   * if the credit that pays them were back.
   */
  List<DueSubscription> again(List<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    List<Row> rows = jdbc.query(AGAIN, this::row, ids);
    Map<Long, BigDecimal> credits = new HashMap<>();
    jdbc.query(
        CREDITS,
        row -> {
          credits.put(row.getLong("subscription_id"), row.getBigDecimal("credit"));
        },
        ids);
    return discounts.appliedAgain(complete(rows), ids).stream()
        .map(
            subscription ->
                SplitGroups.credited(
                    subscription,
                    StoredMoney.of(
                        subscription.currency().getCode(), credits.get(subscription.id().value()))))
        .toList();
  }

  private List<DueSubscription> applied(List<Row> rows) {
    return rows.isEmpty() ? List.of() : discounts.applied(complete(rows));
  }

  /** A subscription with a next payment, due or not; empty when there is none. */
  Optional<DueSubscription> of(SubscriptionId id) {
    String condition = "s.id = ? and s.next_payment_at is not null";
    List<Row> rows = jdbc.query(ALL + condition, this::row, id.value());
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(discounts.applied(complete(rows)).get(0));
  }

  private List<DueSubscription> complete(List<Row> rows) {
    Map<Long, List<DueSubscription.Line>> lines = lines(rows);
    Map<PaymentMethodId, PaymentMethod> paying =
        methods.byId(
            rows.stream()
                .map(Row::method)
                .filter(Objects::nonNull)
                .map(PaymentMethodId::new)
                .toList());
    Map<Long, PostalAddress> places =
        addresses.byId(rows.stream().map(Row::shipTo).filter(Objects::nonNull).toList());
    return rows.stream().map(row -> complete(row, lines, paying, places)).toList();
  }

  private Map<Long, List<DueSubscription.Line>> lines(List<Row> rows) {
    Map<Long, CurrencyUnit> currencies = new HashMap<>();
    rows.forEach(
        row -> currencies.put(row.subscription().id().value(), row.subscription().currency()));
    return jdbc
        .query(
            LINES,
            (row, n) -> line(row, currencies.get(row.getLong("subscription_id"))),
            currencies.keySet().stream().mapToLong(Long::longValue).toArray())
        .stream()
        .collect(groupingBy(LineRow::subscription, mapping(LineRow::line, toList())));
  }

  private static DueSubscription complete(
      Row row,
      Map<Long, List<DueSubscription.Line>> lines,
      Map<PaymentMethodId, PaymentMethod> paying,
      Map<Long, PostalAddress> places) {
    DueSubscription bare = row.subscription();
    Optional<PaymentMethod> stored =
        Optional.ofNullable(row.method())
            .map(id -> paying.get(new PaymentMethodId(id)))
            .filter(PaymentMethod::active);
    return new DueSubscription(
        bare.id(),
        bare.version(),
        bare.account(),
        bare.customer(),
        bare.currency(),
        new DueSubscription.Paying(stored, bare.paying().automatic(), bare.paying().credit()),
        Optional.ofNullable(row.shipTo())
            .map(id -> new DueSubscription.Destination(id, places.get(id))),
        bare.dates(),
        lines.getOrDefault(bare.id().value(), List.of()),
        List.of());
  }

  private Row row(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    DueSubscription bare =
        new DueSubscription(
            new SubscriptionId(row.getLong("id")),
            row.getLong("version"),
            row.getLong("billing_account_id"),
            new CustomerId(row.getString("customer_id")),
            CurrencyUnit.of(currency),
            new DueSubscription.Paying(
                Optional.empty(),
                row.getBoolean("auto_renew"),
                StoredMoney.of(currency, row.getBigDecimal("credit"))),
            Optional.empty(),
            dates(row),
            List.of(),
            List.of());
    return new Row(
        bare,
        row.getObject("payment_method_id", Long.class),
        row.getObject("ship_to_address_id", Long.class));
  }

  private DueSubscription.Dates dates(ResultSet row) throws SQLException {
    BillingInterval interval =
        new BillingInterval(
            row.getInt("interval_count"), IntervalUnit.valueOf(row.getString("interval_unit")));
    Integer left = row.getObject("payments_left", Integer.class);
    LocalDateTime anchor = LocalDateTime.parse(row.getString("anchor"));
    return new DueSubscription.Dates(
        new Schedule(anchor, row.getInt("anchor_cycle"), interval, time.zone()),
        row.getInt("next_cycle"),
        left == null ? OptionalInt.empty() : OptionalInt.of(left),
        nextPaymentAt(row),
        row.getTimestamp("ends_at") != null);
  }

  /** After its last payment a subscription has none; it is read once more if that is declined. */
  private static Instant nextPaymentAt(ResultSet row) throws SQLException {
    Timestamp next = row.getTimestamp("next_payment_at");
    return next == null ? Instant.MAX : next.toInstant();
  }

  private static LineRow line(ResultSet row, CurrencyUnit currency) throws SQLException {
    Money unitPrice = StoredMoney.of(currency.getCode(), row.getBigDecimal("unit_price"));
    return new LineRow(
        row.getLong("subscription_id"),
        new DueSubscription.Line(
            row.getLong("id"),
            new SkuId(row.getString("sku_id")),
            row.getString("name"),
            ProductKind.valueOf(row.getString("kind")),
            row.getInt("quantity"),
            unitPrice,
            Money.zero(unitPrice.getCurrencyUnit()),
            row.getBoolean("shipping_once")));
  }
}
