package org.evergreen.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.sql.IdSequence;
import org.springframework.jdbc.core.JdbcOperations;

/** The rows of events. Every method is one statement, or takes part in its caller's transaction. */
final class WebhookRows {

  private static final int LONGEST_PROBLEM = 1000;

  private final JdbcOperations jdbc;
  private final IdSequence ids;

  WebhookRows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_webhook_event_seq");
  }

  /** Keeps an event; false if it is kept already. */
  boolean keep(String gateway, GatewayEvent event, boolean wanted, Instant now) {
    Timestamp received = Timestamp.from(now);
    int kept =
        jdbc.update(
            "insert into evergreen_webhook_event (id, gateway, event_id, type, object_id,"
                + " happened_at, received_at, state, next_at, settled_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (gateway, event_id) do nothing",
            ids.next(),
            gateway,
            event.id(),
            event.type(),
            event.objectId(),
            Timestamp.from(event.happenedAt()),
            received,
            (wanted ? WebhookState.WAITING : WebhookState.IGNORED).name(),
            wanted ? received : null,
            wanted ? null : received);
    return kept == 1;
  }

  /** Events whose time has come; nobody else gets them until {@code leaseEnd}. */
  List<WebhookEvent> take(int limit, Instant now, Instant leaseEnd) {
    return jdbc
        .query(
            "update evergreen_webhook_event e set attempts = attempts + 1, next_at = ? where e.id in"
                + " (select id from evergreen_webhook_event where state = 'WAITING'"
                + " and next_at <= ? order by next_at, id limit ? for update skip locked)"
                + " returning e.*",
            WebhookRows::read,
            Timestamp.from(leaseEnd),
            Timestamp.from(now),
            limit)
        .stream()
        .sorted(Comparator.comparing(WebhookEvent::id))
        .toList();
  }

  /** Settles an event for good, unless somebody else has taken it since. */
  void settle(WebhookEvent event, WebhookState state, Optional<String> problem, Instant now) {
    jdbc.update(
        "update evergreen_webhook_event set state = ?, next_at = null, settled_at = ?, problem = ?"
            + " where id = ? and state = 'WAITING' and attempts = ?",
        state.name(),
        Timestamp.from(now),
        problem.map(WebhookRows::shortened).orElse(null),
        event.id(),
        event.attempts());
  }

  /** Has an event tried again at a time, unless somebody else has taken it since. */
  void postpone(WebhookEvent event, String problem, Instant nextAt) {
    jdbc.update(
        "update evergreen_webhook_event set next_at = ?, problem = ?"
            + " where id = ? and state = 'WAITING' and attempts = ?",
        Timestamp.from(nextAt),
        shortened(problem),
        event.id(),
        event.attempts());
  }

  /** Has an event tried anew and now; false if there is none with this id. */
  boolean again(long id, Instant now) {
    return jdbc.update(
            "update evergreen_webhook_event set state = 'WAITING', attempts = 0, next_at = ?,"
                + " settled_at = null where id = ?",
            Timestamp.from(now),
            id)
        == 1;
  }

  /** Deletes up to {@code limit} events that were over before a time. */
  int delete(Instant overBefore, int limit) {
    return jdbc.update(
        "delete from evergreen_webhook_event where id in (select id from evergreen_webhook_event"
            + " where state in ('DONE', 'IGNORED') and settled_at < ? order by settled_at limit ?"
            + " for update skip locked)",
        Timestamp.from(overBefore),
        limit);
  }

  List<WebhookEvent> query(String condition, Object... parameters) {
    return jdbc.query(
        "select * from evergreen_webhook_event " + condition, WebhookRows::read, parameters);
  }

  private static String shortened(String problem) {
    return problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
  }

  private static WebhookEvent read(ResultSet row, int number) throws SQLException {
    return new WebhookEvent(
        row.getLong("id"),
        row.getString("gateway"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("object_id"),
        row.getTimestamp("happened_at").toInstant(),
        row.getTimestamp("received_at").toInstant(),
        WebhookState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        instant(row, "next_at"),
        instant(row, "settled_at"),
        Optional.ofNullable(row.getString("problem")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
