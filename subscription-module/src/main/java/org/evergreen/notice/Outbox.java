package org.evergreen.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.evergreen.storefront.CustomerId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The rows of notices on their way. Taking moves {@code send_after} ahead, so that a batch whose
 * node dies comes back by itself; only the one notice that is {@code SENDING} at that moment stays
 * behind.
 */
final class Outbox {

  private static final int LONGEST_PROBLEM = 1000;

  private static final String TAKE =
      "select id, kind, customer_id, payload, attempts from evergreen_notice"
          + " where state = 'QUEUED' and send_after <= :now and kind in (:kinds)"
          + " order by send_after, id limit :most for update skip locked";
  private static final String LEASE =
      "update evergreen_notice set send_after = :until where id in (:ids)";
  private static final String BEGIN =
      "update evergreen_notice set state = 'SENDING', sending_since = :now, attempts = :attempt"
          + " where id = :id and state = 'QUEUED' and send_after = :takenUntil";
  private static final String SETTLE =
      "update evergreen_notice set state = :state, settled_at = :now, sending_since = null,"
          + " problem = :problem where id = :id and attempts = :attempt"
          + " and state in ('SENDING', 'IN_DOUBT')";
  private static final String POSTPONE =
      "update evergreen_notice set state = 'QUEUED', send_after = :until, sending_since = null,"
          + " settled_at = null, problem = :problem where id = :id and attempts = :attempt"
          + " and state in ('SENDING', 'IN_DOUBT')";
  private static final String FLAG_STUCK =
      "update evergreen_notice set state = 'IN_DOUBT', settled_at = :now, problem = :problem"
          + " where state = 'SENDING' and sending_since < :before";

  private final NamedParameterJdbcOperations jdbc;
  private final TransactionOperations transactions;

  Outbox(NamedParameterJdbcOperations jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** Takes notices whose time has come; those that another node is taking are passed over. */
  List<WaitingNotice> take(int most, Instant now, Instant until) {
    return transactions.execute(status -> takeHere(most, now, until));
  }

  private List<WaitingNotice> takeHere(int most, Instant now, Instant until) {
    MapSqlParameterSource parameters =
        at(now)
            .addValue("most", most)
            // A node of an older release leaves kinds that it does not know to the others.
            .addValue("kinds", Arrays.stream(NoticeKind.values()).map(Enum::name).toList());
    List<WaitingNotice> taken = jdbc.query(TAKE, parameters, (row, number) -> read(row, until));
    if (!taken.isEmpty()) {
      List<Long> ids = taken.stream().map(WaitingNotice::id).toList();
      jdbc.update(LEASE, instant("until", until).addValue("ids", ids));
    }
    return taken;
  }

  /**
   * Commits that the mail is about to be handed over; false when the notice is not ours any more.
   */
  boolean begin(WaitingNotice notice, Instant now) {
    return update(
            BEGIN, of(notice, now).addValue("takenUntil", Timestamp.from(notice.takenUntil())))
        == 1;
  }

  void sent(WaitingNotice notice, Instant now) {
    settle(notice, NoticeState.SENT, now, null);
  }

  void failed(WaitingNotice notice, Instant now, String problem) {
    settle(notice, NoticeState.FAILED, now, problem);
  }

  /** What it tells of will not happen any more. */
  void obsolete(WaitingNotice notice, Instant now) {
    settle(notice, NoticeState.OBSOLETE, now, null);
  }

  private void settle(WaitingNotice notice, NoticeState state, Instant now, String problem) {
    update(
        SETTLE,
        of(notice, now).addValue("state", state.name()).addValue("problem", shortened(problem)));
  }

  void postpone(WaitingNotice notice, Instant now, Instant until, String problem) {
    update(
        POSTPONE,
        of(notice, now)
            .addValue("until", Timestamp.from(until))
            .addValue("problem", shortened(problem)));
  }

  /** Marks notices in doubt that a node began to hand over before an instant and did not settle. */
  int flagStuck(Instant before, Instant now, String problem) {
    return update(
        FLAG_STUCK,
        at(now).addValue("before", Timestamp.from(before)).addValue("problem", problem));
  }

  private int update(String sql, MapSqlParameterSource parameters) {
    return transactions.execute(status -> jdbc.update(sql, parameters));
  }

  private static MapSqlParameterSource of(WaitingNotice notice, Instant now) {
    return at(now).addValue("id", notice.id()).addValue("attempt", notice.attempt());
  }

  private static MapSqlParameterSource at(Instant now) {
    return instant("now", now);
  }

  private static MapSqlParameterSource instant(String name, Instant instant) {
    return new MapSqlParameterSource(name, Timestamp.from(instant));
  }

  private static String shortened(String problem) {
    return problem == null || problem.length() <= LONGEST_PROBLEM
        ? problem
        : problem.substring(0, LONGEST_PROBLEM);
  }

  private static WaitingNotice read(ResultSet row, Instant until) throws SQLException {
    return new WaitingNotice(
        row.getLong("id"),
        NoticeKind.valueOf(row.getString("kind")),
        new CustomerId(row.getString("customer_id")),
        row.getString("payload"),
        row.getInt("attempts"),
        until);
  }
}
