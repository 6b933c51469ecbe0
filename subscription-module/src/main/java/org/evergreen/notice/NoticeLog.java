package org.evergreen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** What became of the notices in the outbox, for the merchant, and sending one again. */
public class NoticeLog {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeLog.class);

  /** Counting stops here: the outbox of a day may be long. */
  private static final int MOST = 100_000;

  private static final String DUE =
      " from evergreen_notice where state = 'QUEUED' and send_after <= ?";
  private static final String COUNTS =
      "select (select count(*) from (select 1"
          + DUE
          + " limit "
          + MOST
          + ") due) as waiting, (select min(send_after)"
          + DUE
          + ") as oldest,"
          + trouble(NoticeState.FAILED)
          + " as failed,"
          + trouble(NoticeState.IN_DOUBT)
          + " as in_doubt";

  private static final String AGAIN =
      "update evergreen_notice set state = 'QUEUED', send_after = ?, settled_at = null"
          + " where id = ? and state in ('FAILED', 'IN_DOUBT')";

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final ShopTime time;

  NoticeLog(JdbcOperations jdbc, TransactionOperations transactions, ShopTime time) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.time = time;
  }

  /**
   * How many notices need somebody.
   *
   * @param waiting those whose time to be sent has come, at most 100,000
   * @param oldest since when the first of them should have been sent
   * @param failed those that were given up
   * @param inDoubt those of which nobody knows whether they were sent
   */
  public record Counts(long waiting, Optional<Instant> oldest, long failed, long inDoubt) {}

  /**
   * A notice that was not sent, or perhaps not.
   *
   * @param problem in plain words, without addresses
   */
  public record Trouble(
      long id,
      NoticeKind kind,
      CustomerId customer,
      NoticeState state,
      int attempts,
      Instant queuedAt,
      Instant settledAt,
      Optional<String> problem) {}

  public Counts counts() {
    Timestamp now = Timestamp.from(time.now());
    return jdbc.queryForObject(
        COUNTS,
        (row, n) ->
            new Counts(
                row.getLong("waiting"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                row.getLong("failed"),
                row.getLong("in_doubt")),
        now,
        now);
  }

  /** A page of what was not sent, or perhaps not, counted from 0, the latest first. */
  public List<Trouble> troubles(int page, int size) {
    return jdbc.query(
        "select * from evergreen_notice where state in ('FAILED', 'IN_DOUBT')"
            + " order by settled_at desc, id desc offset ? limit ?",
        NoticeLog::read,
        (long) page * size,
        size);
  }

  /** One of them; empty when it was sent, or waits for its turn. */
  public Optional<Trouble> trouble(long id) {
    return jdbc
        .query(
            "select * from evergreen_notice where id = ? and state in ('FAILED', 'IN_DOUBT')",
            NoticeLog::read,
            id)
        .stream()
        .findFirst();
  }

  /**
   * Has a notice handed to the mail server once more. One in doubt may reach its reader twice by
   * that.
   *
   * @return false when it was sent meanwhile, or waits for its turn already
   */
  public boolean sendAgain(long id) {
    Timestamp now = Timestamp.from(time.now());
    boolean queued = transactions.execute(status -> jdbc.update(AGAIN, now, id)) > 0;
    if (queued) {
      LogIds.of(LogId.NOTICE, id).run(() -> LOG.info("Notice {} is sent again by request", id));
    }
    return queued;
  }

  private static Trouble read(ResultSet row, int number) throws SQLException {
    return new Trouble(
        row.getLong("id"),
        NoticeKind.valueOf(row.getString("kind")),
        new CustomerId(row.getString("customer_id")),
        NoticeState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getTimestamp("queued_at").toInstant(),
        row.getTimestamp("settled_at").toInstant(),
        Optional.ofNullable(row.getString("problem")));
  }

  private static String trouble(NoticeState state) {
    return " (select count(*) from evergreen_notice where state in ('FAILED', 'IN_DOUBT')"
        + " and state = '"
        + state
        + "')";
  }
}
