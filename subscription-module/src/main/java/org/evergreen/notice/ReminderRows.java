package org.evergreen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.evergreen.sql.Columns;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The subscriptions that have to be looked at because of reminders. A subscription is found by an
 * index once when its next payment, or its end, comes into view, and again for each reminder that
 * is planned then; those that have been told are in no index any more.
 */
final class ReminderRows {

  /** What became of a subscription that was looked at. */
  record Looked(SubscriptionId id, Instant about, Optional<Instant> again) {}

  private static final String ABOUT = "coalesce(s.next_payment_at, s.ends_at)";
  private static final String TO_PLAN =
      "select s.id from evergreen_subscription s where s.status in ('TRIALING', 'ACTIVE') and "
          + ABOUT
          + " is not null and s.reminded_for is distinct from "
          + ABOUT
          + " and "
          + ABOUT
          + " <= ? order by "
          + ABOUT
          + " limit ?";
  private static final String TO_REMIND =
      "select s.id from evergreen_subscription s where s.remind_at <= ?"
          + " order by s.remind_at limit ?";
  private static final String FACTS =
      "select s.id, s.billing_account_id, s.customer_id, s.status, s.next_payment_at, s.ends_at,"
          + " coalesce(s.term_started_at, s.started_at) as begun_at,"
          + " m.id as method, m.kind, m.expiry from evergreen_subscription s"
          + " left join evergreen_payment_method m on m.id = s.payment_method_id"
          + " and m.removed_at is null and s.auto_renew"
          + " where s.id = any(?) and "
          + ABOUT
          + " is not null order by s.billing_account_id, s.id";

  private static final Columns<Looked> LOOKED =
      Columns.<Looked>of()
          .bigint("id", looked -> looked.id().value())
          .timestamp("about", Looked::about)
          .timestamp("again", looked -> looked.again().orElse(null));
  private static final String NOTE =
      "update evergreen_subscription s set reminded_for = v.about, remind_at = v.again from "
          + LOOKED.rows()
          + " where s.id = v.id and "
          + ABOUT
          + " = v.about";

  /** Those whose last payment or end has gone while a reminder was still planned. */
  private static final String FORGET =
      "update evergreen_subscription s set remind_at = null where s.id = any(?) and "
          + ABOUT
          + " is null";

  private final JdbcOperations jdbc;

  ReminderRows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Some of the subscriptions with something to plan before a time, or to tell now. */
  List<Long> find(Instant now, Instant horizon, int most) {
    List<Long> toRemind = jdbc.queryForList(TO_REMIND, Long.class, Timestamp.from(now), most);
    List<Long> toPlan = jdbc.queryForList(TO_PLAN, Long.class, Timestamp.from(horizon), most);
    return LongStream.concat(
            toRemind.stream().mapToLong(Long::longValue),
            toPlan.stream().mapToLong(Long::longValue))
        .distinct()
        .boxed()
        .toList();
  }

  /** Their facts; those without a date to come are left out and not looked at again. */
  List<ReminderFacts> facts(List<Long> ids) {
    long[] numbers = ids.stream().mapToLong(Long::longValue).toArray();
    jdbc.update(FORGET, (Object) numbers);
    return jdbc.query(FACTS, ReminderRows::facts, (Object) numbers);
  }

  /** Notes what has been told; one whose date has changed meanwhile is looked at anew. */
  void note(List<Looked> looked) {
    LOOKED.update(jdbc, NOTE, looked);
  }

  private static ReminderFacts facts(ResultSet row, int number) throws SQLException {
    Long method = row.getObject("method", Long.class);
    return new ReminderFacts(
        new SubscriptionId(row.getLong("id")),
        row.getLong("billing_account_id"),
        new CustomerId(row.getString("customer_id")),
        SubscriptionStatus.valueOf(row.getString("status")),
        instant(row, "next_payment_at"),
        instant(row, "ends_at"),
        row.getTimestamp("begun_at").toInstant(),
        method == null
            ? Optional.empty()
            : Optional.of(
                new ReminderFacts.Method(
                    method,
                    row.getString("kind").equals("BANK_DEBIT"),
                    YearMonth.parse(row.getString("expiry")))));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
