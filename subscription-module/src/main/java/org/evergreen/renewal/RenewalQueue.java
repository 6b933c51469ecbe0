package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** What the renewal run will do next. */
public class RenewalQueue {

  private final JdbcOperations jdbc;

  RenewalQueue(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** When the next renewal or retry is due; in the past when the run is behind. */
  public Optional<Instant> nextDueAt() {
    String sql = "select min(next_due_at) from evergreen_billing_account";
    return Optional.ofNullable(jdbc.queryForObject(sql, Timestamp.class)).map(Timestamp::toInstant);
  }
}
