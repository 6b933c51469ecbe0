package org.evergreen.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.sql.IdSequence;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** The dispute rows. Every method takes part in the transaction of its caller. */
final class DisputeRows {

  private static final int LONGEST_REASON = 64;

  private final JdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;

  DisputeRows(JdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_dispute_seq");
    this.time = time;
  }

  /** Whether it was new. */
  boolean open(ChargeId charge, String gateway, DisputeFacts facts) {
    Timestamp now = Timestamp.from(time.now());
    String reason = facts.reason();
    int written =
        jdbc.update(
            "insert into evergreen_dispute (id, charge_id, gateway, reference, amount, currency,"
                + " reason, state, respond_by, opened_at, updated_at, closed_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            ids.next(),
            charge.value(),
            gateway,
            facts.reference(),
            facts.amount().getAmount(),
            facts.amount().getCurrencyUnit().getCode(),
            reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON),
            facts.state().name(),
            facts.respondBy().map(Timestamp::from).orElse(null),
            Timestamp.from(facts.openedAt()),
            now,
            facts.state().isFinal() ? now : null);
    return written == 1;
  }

  /** Locks a dispute until the end of the transaction and reads it. */
  Optional<Dispute> lock(String gateway, String reference) {
    return query("where gateway = ? and reference = ? for update", gateway, reference).stream()
        .findFirst();
  }

  void move(long id, DisputeFacts facts) {
    Timestamp now = Timestamp.from(time.now());
    jdbc.update(
        "update evergreen_dispute set state = ?, respond_by = ?, amount = ?, updated_at = ?,"
            + " closed_at = ? where id = ?",
        facts.state().name(),
        facts.respondBy().map(Timestamp::from).orElse(null),
        facts.amount().getAmount(),
        now,
        facts.state().isFinal() ? now : null,
        id);
  }

  List<Dispute> of(ChargeId charge) {
    return query("where charge_id = ? order by id", charge.value());
  }

  List<Dispute> of(Collection<ChargeId> charges) {
    return query(
        "where charge_id = any(?) order by id desc",
        (Object) charges.stream().mapToLong(ChargeId::value).toArray());
  }

  long toAnswer() {
    return jdbc.queryForObject(
        "select count(*) from evergreen_dispute"
            + " where closed_at is null and state in ('WARNING', 'NEEDS_RESPONSE')",
        Long.class);
  }

  List<Dispute> running(int limit) {
    return query("where closed_at is null order by respond_by nulls last, id limit ?", limit);
  }

  List<Dispute> latest(int limit) {
    return query("order by id desc limit ?", limit);
  }

  private List<Dispute> query(String condition, Object... parameters) {
    return jdbc.query(
        "select * from evergreen_dispute " + condition, (row, n) -> read(row), parameters);
  }

  private static Dispute read(ResultSet row) throws SQLException {
    return new Dispute(
        row.getLong("id"),
        new ChargeId(row.getLong("charge_id")),
        row.getString("gateway"),
        row.getString("reference"),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")),
        row.getString("reason"),
        DisputeState.valueOf(row.getString("state")),
        instant(row, "respond_by"),
        row.getTimestamp("opened_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        instant(row, "closed_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
