package org.evergreen.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** What happened to subscriptions, entry by entry. Entries are only ever added. */
public class SubscriptionHistory {

  private static final int MAX_NOTE = 500;

  private final NamedParameterJdbcOperations jdbc;

  public SubscriptionHistory(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds entries, in the transaction of the change that they tell of. */
  public void append(List<SubscriptionEvent> events) {
    jdbc.batchUpdate(
        "insert into evergreen_subscription_event (id, subscription_id, happened_at, actor_kind,"
            + " actor_name, what, from_status, to_status, note)"
            + " values (nextval('evergreen_subscription_event_seq'), :subscription, :at, :kind,"
            + " :name, :what, :from, :to, :note)",
        events.stream().map(SubscriptionHistory::parameters).toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource parameters(SubscriptionEvent event) {
    String note = event.note();
    return new MapSqlParameterSource("subscription", event.subscription().value())
        .addValue("at", event.happenedAt().atOffset(ZoneOffset.UTC))
        .addValue("kind", event.actor().kind().name())
        .addValue("name", event.actor().name())
        .addValue("what", event.what().name())
        .addValue("from", event.from().map(Enum::name).orElse(null), Types.VARCHAR)
        .addValue("to", event.to().name())
        .addValue("note", note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE));
  }

  /** The entries of a subscription, newest first. */
  public List<SubscriptionEvent> of(SubscriptionId subscription) {
    return jdbc.query(
        "select subscription_id, happened_at, actor_kind, actor_name, what, from_status,"
            + " to_status, note from evergreen_subscription_event"
            + " where subscription_id = :id order by happened_at desc, id desc",
        new MapSqlParameterSource("id", subscription.value()),
        (row, number) -> event(row));
  }

  private static SubscriptionEvent event(ResultSet row) throws SQLException {
    return new SubscriptionEvent(
        new SubscriptionId(row.getLong("subscription_id")),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), text(row, "actor_name")),
        SubscriptionEvent.What.valueOf(row.getString("what")),
        Optional.ofNullable(row.getString("from_status")).map(SubscriptionStatus::valueOf),
        SubscriptionStatus.valueOf(row.getString("to_status")),
        text(row, "note"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }
}
