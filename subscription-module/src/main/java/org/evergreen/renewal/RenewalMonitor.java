package org.evergreen.renewal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** What became of renewals, for My Account and the renewals monitor. Pages count from 0. */
public class RenewalMonitor {

  /** Counting stops here, so that a glance costs the same however much is due. */
  public static final int MOST_COUNTED = 10_000;

  private static final int LARGEST_BACKLOG = 100_000;

  private static final String COUNTS =
      "select"
          // Account by account: joined, a database with much due would read all subscriptions.
          + " (select count(*) from (select id from evergreen_billing_account"
          + " where next_due_at <= ? order by next_due_at limit "
          + MOST_COUNTED
          + ") a cross join lateral (select 1 from evergreen_subscription s"
          + " where s.billing_account_id = a.id and s.next_payment_at <= ? and"
          + BillingAccounts.CHARGED_WHEN_DUE
          + "offset 0) s) as due,"
          + count(RenewalList.RUNNING, "running")
          + count(RenewalList.WAITING, "waiting")
          + count(RenewalList.FAILED, "failed")
          + count(RenewalList.UNPLACED, "unplaced")
          + " (select count(*) from evergreen_parked_renewal) as parked";

  private static final String BACKLOG =
      "select"
          + count(
              "evergreen_billing_account a where a.next_due_at <= ?", LARGEST_BACKLOG, "customers")
          + " (select min(next_due_at) from evergreen_billing_account where next_due_at <= ?)"
          + " as oldest";

  /** Accounts are claimed in the order of this list, so lost ones stand at its beginning. */
  private static final String LOST =
      "select customer_id, lease_owner, lease_until from (select customer_id, lease_owner,"
          + " lease_until from evergreen_billing_account where next_due_at <= ?"
          + " order by next_due_at, id limit 5000) a where lease_until <= ?"
          + " order by lease_until limit ?";

  private static final String DUE =
      "select s.id, s.customer_id, s.next_payment_at, s.currency,"
          + " (select coalesce(sum(l.quantity * l.unit_price), 0) from evergreen_subscription_line l"
          + " where l.subscription_id = s.id) as amount"
          + " from evergreen_billing_account a"
          + " join evergreen_subscription s on s.billing_account_id = a.id"
          + " where a.next_due_at is not null and s.next_payment_at is not null and"
          + BillingAccounts.CHARGED_WHEN_DUE
          + "order by a.next_due_at, s.next_payment_at, s.id offset ? limit ?";

  private static final String PARKED =
      "select p.*, s.customer_id from evergreen_parked_renewal p"
          + " join evergreen_subscription s on s.id = p.subscription_id ";

  private final JdbcOperations jdbc;
  private final RenewalViews views;
  private final ShopTime time;

  RenewalMonitor(JdbcOperations jdbc, RenewalViews views, ShopTime time) {
    this.jdbc = jdbc;
    this.views = views;
    this.time = time;
  }

  public RenewalCounts counts() {
    Timestamp now = Timestamp.from(time.now());
    return jdbc.queryForObject(
        COUNTS,
        (row, n) ->
            new RenewalCounts(
                row.getLong("due"),
                row.getLong("running"),
                row.getLong("waiting"),
                row.getLong("failed"),
                row.getLong("parked"),
                row.getLong("unplaced")),
        now,
        now);
  }

  /** What is due and not begun yet. */
  public RenewalBacklog backlog() {
    Timestamp now = Timestamp.from(time.now());
    return jdbc.queryForObject(
        BACKLOG,
        (row, n) ->
            new RenewalBacklog(
                row.getLong("customers"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)),
        now,
        now);
  }

  /** Customers whose worker died, the longest dead first. */
  public List<LostLease> lostLeases(int limit) {
    Timestamp now = Timestamp.from(time.now());
    return jdbc.query(
        LOST,
        (row, n) ->
            new LostLease(
                new CustomerId(row.getString("customer_id")),
                row.getString("lease_owner"),
                row.getTimestamp("lease_until").toInstant()),
        now,
        now,
        limit);
  }

  /** A page of groups, latest first. */
  public List<RenewalGroupView> groups(RenewalList list, int page, int size) {
    return views.where(
        "where " + list.condition() + " order by " + list.order() + " offset ? limit ?",
        offset(page, size),
        size);
  }

  /** A page of the renewals that come next, customer by customer, overdue ones first. */
  public List<DueRenewal> due(int page, int size) {
    return jdbc.query(
        DUE,
        (row, n) ->
            new DueRenewal(
                new SubscriptionId(row.getLong("id")),
                new CustomerId(row.getString("customer_id")),
                row.getTimestamp("next_payment_at").toInstant(),
                StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount"))),
        offset(page, size),
        size);
  }

  /** A page of the renewals that were set aside, latest first. */
  public List<ParkedRenewal> parked(int page, int size) {
    return parked(
        "order by p.parked_at desc, p.subscription_id desc offset ? limit ?",
        offset(page, size),
        size);
  }

  /** The renewal of a subscription that was set aside; empty when it renews as usual. */
  public Optional<ParkedRenewal> parked(SubscriptionId subscription) {
    return parked("where p.subscription_id = ?", subscription.value()).stream().findFirst();
  }

  private List<ParkedRenewal> parked(String condition, Object... parameters) {
    return jdbc.query(
        PARKED + condition,
        (row, n) ->
            new ParkedRenewal(
                new SubscriptionId(row.getLong("subscription_id")),
                new CustomerId(row.getString("customer_id")),
                row.getTimestamp("due_at").toInstant(),
                row.getTimestamp("parked_at").toInstant(),
                row.getString("problem"),
                Optional.ofNullable(row.getTimestamp("again_at")).map(Timestamp::toInstant)),
        parameters);
  }

  public Optional<RenewalGroupView> of(RenewalGroupId group) {
    return views.where("where g.id = ?", group.value()).stream().findFirst();
  }

  /** The groups that a subscription was renewed in, latest first. */
  public List<RenewalGroupView> ofSubscription(SubscriptionId subscription) {
    return views.where(
        // An index holds the renewals that count, another one those that were dropped.
        "where g.id in (select r.group_id from evergreen_renewal r where r.subscription_id = ?"
            + " and r.voided_at is null union all select r.group_id from evergreen_renewal r"
            + " where r.subscription_id = ? and r.voided_at is not null)"
            + " order by g.due_at desc, g.id desc",
        subscription.value(),
        subscription.value());
  }

  private static String count(RenewalList list, String name) {
    return count("evergreen_renewal_group g where " + list.condition(), MOST_COUNTED, name);
  }

  private static String count(String from, int most, String name) {
    return " (select count(*) from (select 1 from "
        + from
        + " limit "
        + most
        + ") counted) as "
        + name
        + ",";
  }

  private static long offset(int page, int size) {
    return (long) page * size;
  }
}
