package org.evergreen.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.sql.Columns;
import org.evergreen.sql.IdSequence;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What happened to subscriptions, entry by entry. Entries are only ever added. */
public class SubscriptionHistory {

  private static final int MAX_NOTE = 500;

  private record Row(long id, SubscriptionEvent event) {}

  private static final Columns<Row> COLUMNS =
      Columns.<Row>of()
          .bigint("id", Row::id)
          .bigint("subscription_id", row -> row.event().subscription().value())
          .timestamp("happened_at", row -> row.event().happenedAt())
          .text("actor_kind", row -> row.event().actor().kind().name())
          .text("actor_name", row -> row.event().actor().name())
          .text("what", row -> row.event().what().name())
          .text("from_status", row -> row.event().from().map(Enum::name).orElse(null))
          .text("to_status", row -> row.event().to().name())
          .text("note", row -> shortened(row.event().note()));
  private static final String INSERT = COLUMNS.insertInto("evergreen_subscription_event");

  private static final String SELECT =
      "select subscription_id, happened_at, actor_kind, actor_name, what, from_status,"
          + " to_status, note from evergreen_subscription_event where subscription_id = :id";

  private final NamedParameterJdbcOperations jdbc;
  private final IdSequence ids;

  public SubscriptionHistory(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc.getJdbcOperations(), "evergreen_subscription_event_seq");
  }

  /** Adds entries, in the transaction of the change that they tell of. */
  public void append(List<SubscriptionEvent> events) {
    List<Long> newIds = ids.next(events.size());
    List<Row> rows = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      rows.add(new Row(newIds.get(i), events.get(i)));
    }
    COLUMNS.update(jdbc.getJdbcOperations(), INSERT, rows);
  }

  private static String shortened(String note) {
    return note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
  }

  /** The entries of a subscription, newest first. */
  public List<SubscriptionEvent> of(SubscriptionId subscription) {
    return jdbc.query(
        SELECT + " order by happened_at desc, id desc",
        new MapSqlParameterSource("id", subscription.value()),
        (row, number) -> event(row));
  }

  /** The newest entry of a subscription. */
  Optional<SubscriptionEvent> latest(SubscriptionId subscription) {
    return jdbc
        .query(
            SELECT + " order by id desc limit 1",
            new MapSqlParameterSource("id", subscription.value()),
            (row, number) -> event(row))
        .stream()
        .findFirst();
  }

  /** How often its shopper has paused it since an instant. */
  int pausesByShopper(SubscriptionId subscription, Instant from) {
    return jdbc.queryForObject(
        "select count(*) from evergreen_subscription_event where subscription_id = :id"
            + " and what = 'PAUSED' and actor_kind = 'SHOPPER' and happened_at >= :from",
        new MapSqlParameterSource("id", subscription.value())
            .addValue("from", from.atOffset(ZoneOffset.UTC)),
        Integer.class);
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
