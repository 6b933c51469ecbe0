package org.evergreen.webhook;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** What the merchant sees of webhooks. */
public class WebhookLog {

  private final JdbcOperations jdbc;
  private final WebhookRows rows;
  private final ShopTime time;

  WebhookLog(JdbcOperations jdbc, WebhookRows rows, ShopTime time) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.time = time;
  }

  /** How many events there are in each state, of those that are still kept. */
  public WebhookCounts counts() {
    Map<String, Long> counts = new HashMap<>();
    jdbc.query(
        "select case when state = 'WAITING' and attempts > 0 then 'RETRYING' else state end,"
            + " count(*) from evergreen_webhook_event group by 1",
        row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return new WebhookCounts(
        counts.getOrDefault("WAITING", 0L),
        counts.getOrDefault("RETRYING", 0L),
        counts.getOrDefault("DONE", 0L),
        counts.getOrDefault("IGNORED", 0L),
        counts.getOrDefault("FAILED", 0L));
  }

  /**
   * How long the event that is due longest has waited for somebody to work it off; zero when none
   * is. Grows when the job does not run or does not keep up. An event that is tried again later is
   * not due until then.
   */
  public Duration lag() {
    Timestamp now = Timestamp.from(time.now());
    Timestamp oldest =
        jdbc.queryForObject(
            "select min(next_at) from evergreen_webhook_event"
                + " where state = 'WAITING' and next_at <= ?",
            Timestamp.class,
            now);
    return oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now.toInstant());
  }

  /** How many events wait to be worked off, or tried again; counted up to ten thousand. */
  public long waiting() {
    return jdbc.queryForObject(
        "select count(*) from (select 1 from evergreen_webhook_event"
            + " where state = 'WAITING' limit 10000) waiting",
        Long.class);
  }

  /** How many events wait for a person. */
  public long failed() {
    return jdbc.queryForObject(
        "select count(*) from evergreen_webhook_event where state = 'FAILED'", Long.class);
  }

  /**
   * Events, latest first.
   *
   * @param state only those in this state; empty for all
   * @param before only those before this one, for the next page; empty for the first page
   * @param limit the most that are returned
   */
  public List<WebhookEvent> page(
      Optional<WebhookState> state, Optional<WebhookEvent> before, int limit) {
    String only = state.map(Enum::name).orElse(null);
    Timestamp received = before.map(WebhookEvent::receivedAt).map(Timestamp::from).orElse(null);
    return rows.query(
        "where (cast(? as text) is null or state = ?)"
            + " and (cast(? as timestamptz) is null or (received_at, id) < (?, ?))"
            + " order by received_at desc, id desc limit ?",
        only,
        only,
        received,
        received,
        before.map(WebhookEvent::id).orElse(null),
        limit);
  }

  /** One event; empty if there is none, or no longer. */
  public Optional<WebhookEvent> find(long id) {
    return rows.query("where id = ?", id).stream().findFirst();
  }
}
