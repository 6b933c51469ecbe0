package org.evergreen.subscription;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Finds subscriptions of which a date has come, and works on them one by one. */
final class DueWork {

  /** Conditions on a subscription with the instant {@code :at}. */
  static final String ENDINGS = "ends_at <= :at and status in ('ACTIVE', 'PENDING_CANCEL')";

  static final String PAUSES = "paused_until <= :at and status = 'PAUSED'";
  static final String UNPAID = "started_at <= :at and status = 'PENDING'";

  private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

  private static final int BATCH = 500;

  private final NamedParameterJdbcOperations jdbc;

  DueWork(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Does a piece of work for each; one that fails is logged, tried again with the next run, and
   * does not keep the others.
   */
  void each(String condition, Instant at, Consumer<SubscriptionId> work) {
    SubscriptionId last = new SubscriptionId(0);
    List<SubscriptionId> due = after(last, condition, at);
    while (!due.isEmpty()) {
      due.forEach(id -> doAndGoOn(id, work));
      last = due.get(due.size() - 1);
      due = after(last, condition, at);
    }
  }

  private static void doAndGoOn(SubscriptionId id, Consumer<SubscriptionId> work) {
    LogIds.of(LogId.SUBSCRIPTION, id)
        .run(
            () -> {
              try {
                work.accept(id);
              } catch (RuntimeException e) {
                LOG.error("Subscription {} failed; it is tried again with the next run", id, e);
              }
            });
  }

  /** The next few by number, after the last that was looked at. */
  private List<SubscriptionId> after(SubscriptionId last, String condition, Instant at) {
    return jdbc.query(
        "select id from evergreen_subscription where id > :last and "
            + condition
            + " order by id limit :batch",
        new MapSqlParameterSource("last", last.value())
            .addValue("at", at.atOffset(ZoneOffset.UTC))
            .addValue("batch", BATCH),
        (row, number) -> new SubscriptionId(row.getLong("id")));
  }
}
