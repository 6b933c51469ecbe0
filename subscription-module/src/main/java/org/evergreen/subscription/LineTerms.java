package org.evergreen.subscription;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * What was paid for terms that no renewal paid: by the first order, or as a change within a term
 * left it. A renewal that is paid later takes the place of what is kept here. Every method takes
 * part in the transaction of its caller, who has flushed what is written of the subscription.
 */
public class LineTerms {

  /** Digits after the point that are kept of an amount, far below any minor unit. */
  private static final int SCALE = 12;

  private static final String KEEP =
      "insert into evergreen_line_term (line_id, started_at, ends_at, cycle_days, paid, next_cycle,"
          + " term_started_at)"
          + " select l.id, coalesce(:startedAt, s.started_at),"
          + " coalesce(s.next_payment_at, s.ends_at, s.paid_until, s.started_at), :days, :paid,"
          + " s.next_cycle, coalesce(s.term_started_at, s.started_at)"
          + " from evergreen_subscription_line l"
          + " join evergreen_subscription s on s.id = l.subscription_id where l.id = :line"
          + " on conflict (line_id) do update set started_at = excluded.started_at,"
          + " ends_at = excluded.ends_at, cycle_days = excluded.cycle_days, paid = excluded.paid,"
          + " next_cycle = excluded.next_cycle, term_started_at = excluded.term_started_at";

  private final NamedParameterJdbcOperations jdbc;

  public LineTerms(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what the first order paid for the lines of a subscription that has just started.
   *
   * @param payments one for each line, in the order of the lines
   * @throws IllegalArgumentException if there are more or fewer than the subscription has lines
   */
  public void keepFirst(SubscriptionId subscription, List<LinePayment> payments) {
    List<Long> lines =
        jdbc.queryForList(
            "select id from evergreen_subscription_line where subscription_id = :id"
                + " order by position",
            new MapSqlParameterSource("id", subscription.value()),
            Long.class);
    if (lines.size() != payments.size()) {
      throw new IllegalArgumentException(
          "Subscription "
              + subscription
              + " has "
              + lines.size()
              + " lines, not "
              + payments.size());
    }
    for (int i = 0; i < payments.size(); i++) {
      jdbc.update(
          KEEP,
          values(lines.get(i), payments.get(i))
              .addValue("startedAt", null, Types.TIMESTAMP_WITH_TIMEZONE));
    }
  }

  /**
   * Keeps what a line has a right to from a moment to the next payment, in place of what was known
   * before.
   */
  public void keep(long line, Instant from, LinePayment payment) {
    jdbc.update(KEEP, values(line, payment).addValue("startedAt", from.atOffset(ZoneOffset.UTC)));
  }

  private static MapSqlParameterSource values(long line, LinePayment payment) {
    return new MapSqlParameterSource("line", line)
        .addValue("days", payment.cycleDays())
        .addValue("paid", payment.paid().withScale(SCALE, RoundingMode.HALF_UP).getAmount());
  }

  /** What is kept of the lines of a subscription, by line; a line without anything is left out. */
  public Map<Long, LineTerm> of(Subscription subscription) {
    Map<Long, LineTerm> terms = new HashMap<>();
    jdbc.query(
        "select t.* from evergreen_line_term t"
            + " join evergreen_subscription_line l on l.id = t.line_id"
            + " where l.subscription_id = :id",
        new MapSqlParameterSource("id", subscription.id().value()),
        row -> {
          terms.put(row.getLong("line_id"), term(row, subscription.currency()));
        });
    return terms;
  }

  private static LineTerm term(ResultSet row, CurrencyUnit currency) throws SQLException {
    BigMoney paid = BigMoney.of(currency, row.getBigDecimal("paid"));
    return new LineTerm(
        instant(row, "started_at"),
        instant(row, "ends_at"),
        new LinePayment(paid, row.getBigDecimal("cycle_days")),
        row.getInt("next_cycle"),
        instant(row, "term_started_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
