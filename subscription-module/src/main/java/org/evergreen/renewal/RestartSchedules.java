package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evergreen.calendar.Schedule;
import org.evergreen.settings.BillingRules.LatePayment;
import org.evergreen.settings.Settings;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Counts the dates of subscriptions anew from a payment that came late, if the merchant wants it
 * so. Late is a payment after the day on which it was due.
 */
final class RestartSchedules {

  private static final String INTERVALS =
      "select id, interval_count, interval_unit from evergreen_subscription where id = any(?)";

  private record Restarted(AffectedRenewal renewal, Schedule schedule) {

    private Instant termEnd() {
      return schedule.payment(renewal.cycle() + 1);
    }
  }

  private static final Columns<Restarted> COLUMNS =
      Columns.<Restarted>of()
          .bigint("id", row -> row.renewal().subscription().value())
          .bigint("group_id", row -> row.renewal().group().value())
          .text("anchor", row -> row.schedule().anchor().toString())
          .integer("anchor_cycle", row -> row.schedule().anchorCycle())
          .timestamp("term_end", Restarted::termEnd);
  private static final String FOLLOW =
      "update evergreen_subscription s set anchor = v.anchor, anchor_cycle = v.anchor_cycle,"
          + " term_started_at = s.last_payment_at, paid_until = v.term_end,"
          + " next_payment_at = case when s.next_payment_at is null then null else v.term_end end,"
          + " ends_at = case when s.ends_at is null then null else v.term_end end from "
          + COLUMNS.rows()
          + " where s.id = v.id";
  private static final String MOVE_TERM =
      "update evergreen_renewal r set term_end = v.term_end from "
          + COLUMNS.rows()
          + " where r.group_id = v.group_id and r.subscription_id = v.id";

  private final JdbcOperations jdbc;
  private final Settings settings;
  private final ShopTime time;

  RestartSchedules(JdbcOperations jdbc, Settings settings, ShopTime time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  /** In the transaction that settles the payments, after it has written them. */
  void restart(List<SubscriptionOutcome> outcomes, Instant paidAt) {
    List<AffectedRenewal> late =
        outcomes.stream()
            .filter(outcome -> outcome.from() == SubscriptionStatus.PAST_DUE)
            .flatMap(outcome -> outcome.paid().stream())
            .filter(renewal -> time.dateOf(renewal.dueAt()).isBefore(time.dateOf(paidAt)))
            .toList();
    if (late.isEmpty() || settings.current().billing().latePayment() != LatePayment.RESTART) {
      return;
    }
    Map<Long, BillingInterval> intervals = intervals(late);
    List<Restarted> restarted =
        late.stream()
            .map(
                renewal ->
                    restarted(renewal, intervals.get(renewal.subscription().value()), paidAt))
            .toList();
    COLUMNS.update(jdbc, FOLLOW, restarted);
    COLUMNS.update(jdbc, MOVE_TERM, restarted);
  }

  private Restarted restarted(AffectedRenewal renewal, BillingInterval interval, Instant paidAt) {
    LocalDateTime local = time.localTimeOf(paidAt);
    return new Restarted(renewal, new Schedule(local, renewal.cycle(), interval, time.zone()));
  }

  private Map<Long, BillingInterval> intervals(List<AffectedRenewal> late) {
    record Row(long id, BillingInterval interval) {
      static Row read(ResultSet row, int number) throws SQLException {
        IntervalUnit unit = IntervalUnit.valueOf(row.getString("interval_unit"));
        return new Row(row.getLong("id"), new BillingInterval(row.getInt("interval_count"), unit));
      }
    }
    long[] ids = late.stream().mapToLong(renewal -> renewal.subscription().value()).toArray();
    return jdbc.query(INTERVALS, Row::read, ids).stream()
        .collect(Collectors.toMap(Row::id, Row::interval));
  }
}
