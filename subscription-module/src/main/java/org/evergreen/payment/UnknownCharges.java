package org.evergreen.payment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Charges whose answer should have come by now: the gateway may or may not have taken the money.
 * {@link ChargeRecovery} asks for them by itself; here a person sees them and has it ask at once.
 */
public class UnknownCharges {

  /**
   * Charges that take their time are looked up as well, but later; those without an answer come
   * first.
   */
  private static final int MOST = 2_000;

  private static final String UNKNOWN =
      " where recover_at is not null and state in ('OPEN', 'SUBMITTED') and opened_at <= ?";

  private static final String FIRST =
      " from (select * from evergreen_charge where recover_at is not null order by recover_at limit "
          + MOST
          + ") c where c.state in ('OPEN', 'SUBMITTED') and c.opened_at <= ?";

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final ShopTime time;
  private final PaymentSettings settings;

  UnknownCharges(
      JdbcOperations jdbc,
      TransactionOperations transactions,
      ShopTime time,
      PaymentSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.time = time;
    this.settings = settings;
  }

  /**
   * How many there are.
   *
   * @param count at most two thousand; there may be more then
   * @param oldest when the one that has been unknown longest was opened
   */
  public record Summary(long count, Optional<Instant> oldest) {}

  public Summary summary() {
    return jdbc.queryForObject(
        "select count(*) as unknown, min(opened_at) as oldest" + FIRST,
        (row, n) ->
            new Summary(
                row.getLong("unknown"),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant)),
        latestOpening());
  }

  /** A page of those that are counted, from 0, the oldest first. */
  public List<Charge> page(int page, int size) {
    return jdbc.query(
        "select *" + FIRST + " order by opened_at, id offset ? limit ?",
        ChargeRow::read,
        latestOpening(),
        (long) page * size,
        size);
  }

  /**
   * Has the next recovery ask the gateway, however lately it did. Money may move: a charge that the
   * gateway has never heard of is asked for again under the same key.
   *
   * @return false when the charge has its answer, or is too young to be missing one
   */
  public boolean askNow(ChargeId charge) {
    String sql = "update evergreen_charge set recover_at = ?" + UNKNOWN + " and id = ?";
    Timestamp now = Timestamp.from(time.now());
    return transactions.execute(status -> jdbc.update(sql, now, latestOpening(), charge.value()))
        > 0;
  }

  private Timestamp latestOpening() {
    return Timestamp.from(time.now().minus(settings.recoverAfter()));
  }
}
