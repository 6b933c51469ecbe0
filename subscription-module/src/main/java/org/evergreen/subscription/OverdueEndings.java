package org.evergreen.subscription;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Finds subscriptions whose term is over, a few at a time. */
final class OverdueEndings {

  private static final int BATCH = 500;

  private final NamedParameterJdbcOperations jdbc;

  OverdueEndings(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The next few by number, after the last that was looked at. */
  List<SubscriptionId> after(SubscriptionId last, Instant now) {
    return jdbc.query(
        "select id from evergreen_subscription"
            + " where id > :last and ends_at <= :now and status in ('ACTIVE', 'PENDING_CANCEL')"
            + " order by id limit :batch",
        new MapSqlParameterSource("last", last.value())
            .addValue("now", now.atOffset(ZoneOffset.UTC))
            .addValue("batch", BATCH),
        (row, number) -> new SubscriptionId(row.getLong("id")));
  }
}
