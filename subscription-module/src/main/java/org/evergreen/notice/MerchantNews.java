package org.evergreen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evergreen.money.StoredMoney;
import org.evergreen.notice.Reminders.ReminderContext;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes to the merchant what happened without anybody asking: payments that are contested at a
 * bank, refunds that failed, and, once a morning, how many renewals are set aside.
 */
public class MerchantNews {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** Older ones are on the page of disputes; the address may have been entered only now. */
  private static final Duration NEW = Duration.ofDays(7);

  private static final String DISPUTES =
      "select id, charge_id, amount, currency, reason, respond_by from evergreen_dispute"
          + " where closed_at is null and opened_at > ? and not exists (select 1"
          + " from evergreen_notice n where n.dedupe_key = 'dispute-' || evergreen_dispute.id)";

  private static final String REFUNDS =
      "select id, subscription_id, amount, currency, reason, problem from evergreen_refund"
          + " where state = 'FAILED' and settled_at > ? and not exists (select 1"
          + " from evergreen_notice n where n.dedupe_key = 'refund-' || evergreen_refund.id)";

  private final JdbcOperations jdbc;
  private final Notices notices;
  private final ReminderContext context;

  MerchantNews(JdbcOperations jdbc, Notices notices, ReminderContext context) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.context = context;
  }

  /** Queues what is new; nothing in a copy of the shop, or for a merchant without an address. */
  public void queueNew() {
    boolean reads = !context.settings().current().notices().merchantEmail().isEmpty();
    if (reads && context.permission().granted()) {
      Timestamp since = Timestamp.from(context.time().now().minus(NEW));
      notices.queue(jdbc.query(DISPUTES, (row, n) -> dispute(row), since));
      notices.queue(jdbc.query(REFUNDS, (row, n) -> refund(row), since));
      queueParked();
    }
  }

  private void queueParked() {
    if (context.time().localTimeOf(context.time().now()).toLocalTime().isBefore(MORNING)) {
      return;
    }
    int parked =
        jdbc.queryForObject("select count(*) from evergreen_parked_renewal", Integer.class);
    if (parked > 0) {
      notices.queue(
          List.of(
              new NewNotice(
                  NoticeKind.MERCHANT_PARKED,
                  "parked-" + context.time().today(),
                  Readers.MERCHANT,
                  Map.of(Payload.COUNT, String.valueOf(parked)))));
    }
  }

  private static NewNotice dispute(ResultSet row) throws SQLException {
    Map<String, String> payload = amount(row);
    payload.put(Payload.REASON, row.getString("reason").replace('_', ' '));
    Timestamp respondBy = row.getTimestamp("respond_by");
    if (respondBy != null) {
      payload.put(Payload.RESPOND_BY, respondBy.toInstant().toString());
    }
    return new NewNotice(
        NoticeKind.MERCHANT_DISPUTE, "dispute-" + row.getLong("id"), Readers.MERCHANT, payload);
  }

  private static NewNotice refund(ResultSet row) throws SQLException {
    Map<String, String> payload = amount(row);
    payload.put(Payload.REASON, row.getString("reason"));
    payload.put(Payload.PROBLEM, Objects.requireNonNullElse(row.getString("problem"), ""));
    Long subscription = row.getObject("subscription_id", Long.class);
    if (subscription != null) {
      payload.put(Payload.SUBSCRIPTION, subscription.toString());
    }
    return new NewNotice(
        NoticeKind.MERCHANT_REFUND, "refund-" + row.getLong("id"), Readers.MERCHANT, payload);
  }

  private static Map<String, String> amount(ResultSet row) throws SQLException {
    Map<String, String> payload = new HashMap<>();
    payload.put(
        Payload.AMOUNT,
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")).toString());
    return payload;
  }
}
