package org.evergreen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.evergreen.sql.Columns;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * When the reminders of each subscription are looked at next, table evergreen_reminder. The
 * database enters what begins to run and what has come nearer; the rest is noted here.
 */
final class ReminderRows {

  /**
   * What became of a subscription that was looked at.
   *
   * @param about the date that it was looked at for
   * @param again when it is looked at next
   */
  record Looked(SubscriptionId id, Instant about, Instant again) {}

  private static final String ABOUT = "coalesce(s.next_payment_at, s.ends_at)";
  static final String DUE =
      "select subscription_id from evergreen_reminder where look_at <= ?"
          + " order by look_at limit ?";
  private static final String FACTS =
      "select s.id, s.billing_account_id, s.customer_id, s.status, s.next_payment_at, s.ends_at,"
          + " coalesce(s.term_started_at, s.started_at) as begun_at,"
          + " m.id as method, m.kind, m.expiry from evergreen_subscription s"
          + " left join evergreen_payment_method m on m.id = s.payment_method_id"
          + " and m.removed_at is null and s.auto_renew"
          + " where s.id = any(?) order by s.billing_account_id, s.id";

  private static final Columns<Looked> LOOKED =
      Columns.<Looked>of()
          .bigint("id", looked -> looked.id().value())
          .timestamp("about", Looked::about)
          .timestamp("again", Looked::again);
  private static final String NOTE =
      "update evergreen_reminder r set look_at = v.again from "
          + LOOKED.rows()
          + " join evergreen_subscription s on s.id = v.id and "
          + ABOUT
          + " = v.about where r.subscription_id = v.id";

  private static final String FORGET =
      "delete from evergreen_reminder r using evergreen_subscription s"
          + " where r.subscription_id = any(?) and s.id = r.subscription_id"
          + " and (s.status not in ('TRIALING', 'ACTIVE') or "
          + ABOUT
          + " is null)";

  private final JdbcOperations jdbc;

  ReminderRows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Some of the subscriptions that have to be looked at by now, the earliest first. */
  List<Long> due(Instant now, int most) {
    return jdbc.queryForList(DUE, Long.class, Timestamp.from(now), most);
  }

  /** What is known of each. */
  List<ReminderFacts> facts(List<Long> ids) {
    return jdbc.query(FACTS, ReminderRows::facts, (Object) numbers(ids));
  }

  /**
   * Notes when each is looked at again. One whose date has changed meanwhile stays due. The
   * caller's transaction holds the locks of their billing accounts.
   */
  void note(List<Looked> looked) {
    LOOKED.update(jdbc, NOTE, looked);
  }

  /** Those of them that do not run or have nothing ahead are looked at no more; locked as above. */
  void forget(List<Long> ids) {
    if (!ids.isEmpty()) {
      jdbc.update(FORGET, (Object) numbers(ids));
    }
  }

  private static long[] numbers(List<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).toArray();
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
