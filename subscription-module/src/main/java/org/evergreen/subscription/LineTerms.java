package org.evergreen.subscription;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * part in the transaction of its caller.
 */
public class LineTerms {

  /** Digits after the point that are kept of an amount, far below any minor unit. */
  private static final int SCALE = 12;

  private final NamedParameterJdbcOperations jdbc;

  public LineTerms(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps what the first order paid for the lines of a subscription that has just started.
   *
   * @param terms one for each line, in the order of the lines
   * @throws IllegalArgumentException if there are more or fewer than the subscription has lines
   */
  public void keepFirst(SubscriptionId subscription, List<LineTerm> terms) {
    List<Long> lines =
        jdbc.queryForList(
            "select id from evergreen_subscription_line where subscription_id = :id"
                + " order by position",
            new MapSqlParameterSource("id", subscription.value()),
            Long.class);
    if (lines.size() != terms.size()) {
      throw new IllegalArgumentException(
          "Subscription " + subscription + " has " + lines.size() + " lines, not " + terms.size());
    }
    for (int i = 0; i < terms.size(); i++) {
      keep(lines.get(i), terms.get(i));
    }
  }

  /** Keeps what a line has a right to from now on, in place of what was known before. */
  public void keep(long line, LineTerm term) {
    jdbc.update(
        "insert into evergreen_line_term (line_id, started_at, cycle_days, paid)"
            + " values (:line, :startedAt, :days, :paid) on conflict (line_id) do update"
            + " set started_at = excluded.started_at, cycle_days = excluded.cycle_days,"
            + " paid = excluded.paid",
        new MapSqlParameterSource("line", line)
            .addValue("startedAt", term.startedAt().atOffset(ZoneOffset.UTC))
            .addValue("days", term.cycleDays())
            .addValue("paid", term.paid().withScale(SCALE, RoundingMode.HALF_UP).getAmount()));
  }

  /** What is kept of the lines of a subscription, by line; a line without anything is left out. */
  public Map<Long, LineTerm> of(Subscription subscription) {
    Map<Long, LineTerm> terms = new HashMap<>();
    jdbc.query(
        "select t.line_id, t.started_at, t.cycle_days, t.paid from evergreen_line_term t"
            + " join evergreen_subscription_line l on l.id = t.line_id"
            + " where l.subscription_id = :id",
        new MapSqlParameterSource("id", subscription.id().value()),
        row -> {
          terms.put(row.getLong("line_id"), term(row, subscription.currency()));
        });
    return terms;
  }

  private static LineTerm term(ResultSet row, CurrencyUnit currency) throws SQLException {
    return new LineTerm(
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getInt("cycle_days"),
        BigMoney.of(currency, row.getBigDecimal("paid")));
  }
}
