package org.evergreen.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.Working;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** How the amounts of subscriptions came about, for "why this amount?". */
public class Workings {

  /**
   * A working that was kept.
   *
   * @param subject what it explains, for example {@code start}, {@code change-12} or {@code
   *     renewal-9}
   */
  public record Kept(String subject, Instant at, Working working) {}

  private static final String SELECT =
      "select subject, written_at, working from evergreen_working where subscription_id = :id";

  private final NamedParameterJdbcOperations jdbc;
  private final ShopTime time;

  public Workings(NamedParameterJdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Keeps a working in the transaction of the caller; it takes the place of an earlier one.
   *
   * @param subject at most 80 characters
   */
  public void keep(SubscriptionId subscription, String subject, Working working) {
    jdbc.update(
        "insert into evergreen_working (subscription_id, subject, written_at, working)"
            + " values (:id, :subject, :at, :working)"
            + " on conflict (subscription_id, subject) do update"
            + " set written_at = excluded.written_at, working = excluded.working",
        new MapSqlParameterSource("id", subscription.value())
            .addValue("subject", subject)
            .addValue("at", time.now().atOffset(ZoneOffset.UTC))
            .addValue("working", working.asText()));
  }

  /** How an amount came about, if it was kept. */
  public Optional<Working> find(SubscriptionId subscription, String subject) {
    return jdbc
        .query(
            SELECT + " and subject = :subject",
            new MapSqlParameterSource("id", subscription.value()).addValue("subject", subject),
            (row, number) -> read(row).working())
        .stream()
        .findFirst();
  }

  /** All workings of a subscription, newest first. */
  public List<Kept> all(SubscriptionId subscription) {
    return jdbc.query(
        SELECT + " order by written_at desc, subject desc",
        new MapSqlParameterSource("id", subscription.value()),
        (row, number) -> read(row));
  }

  private static Kept read(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("subject"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        Working.parse(row.getString("working")));
  }
}
