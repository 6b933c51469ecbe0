package org.evergreen.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The limits of gateways, shared by all nodes through the database; one row per kind of request.
 */
final class SharedRateLimit {

  private final TransactionOperations transactions;
  private final JdbcOperations jdbc;
  private final ShopTime time;

  SharedRateLimit(TransactionOperations transactions, JdbcOperations jdbc, ShopTime time) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Gives a share of requests their moments. */
  RateLimit.Grant take(String name, int requests, int perSecond) {
    return transactions.execute(
        status -> {
          RateLimit.Grant grant = lock(name).take(requests, perSecond, time.now());
          write(name, grant.after());
          return grant;
        });
  }

  /** The gateway has asked for patience. */
  void slowDown(String name, int perSecond) {
    transactions.executeWithoutResult(
        status -> write(name, lock(name).slowedDown(perSecond, time.now())));
  }

  private RateLimit lock(String name) {
    // A crash that sets a limit back by a moment does no harm, so nobody waits for the disk.
    jdbc.execute("set local synchronous_commit = off");
    Optional<RateLimit> known = find(name);
    if (known.isPresent()) {
      return known.get();
    }
    jdbc.update(
        "insert into evergreen_rate_limit (name, free_at, slowed_rate) values (?, ?, 0)"
            + " on conflict do nothing",
        name,
        Timestamp.from(RateLimit.unused(time.now()).freeAt()));
    return find(name).orElseThrow();
  }

  private Optional<RateLimit> find(String name) {
    List<RateLimit> found =
        jdbc.query(
            "select * from evergreen_rate_limit where name = ? for update",
            (row, n) -> read(row),
            name);
    return found.stream().findFirst();
  }

  private void write(String name, RateLimit limit) {
    jdbc.update(
        "update evergreen_rate_limit set free_at = ?, slowed_rate = ?, slowed_at = ?"
            + " where name = ?",
        Timestamp.from(limit.freeAt()),
        limit.slowedRate(),
        limit.slowedAt().map(Timestamp::from).orElse(null),
        name);
  }

  private static RateLimit read(ResultSet row) throws SQLException {
    return new RateLimit(
        row.getTimestamp("free_at").toInstant(),
        row.getInt("slowed_rate"),
        Optional.ofNullable(row.getTimestamp("slowed_at")).map(Timestamp::toInstant));
  }
}
