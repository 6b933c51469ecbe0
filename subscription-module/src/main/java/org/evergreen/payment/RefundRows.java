package org.evergreen.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evergreen.money.StoredMoney;
import org.evergreen.sql.IdSequence;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/** The refund rows. Every method takes part in the transaction of its caller. */
final class RefundRows {

  private final JdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;
  private final PaymentSettings settings;

  RefundRows(JdbcOperations jdbc, ShopTime time, PaymentSettings settings) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_refund_seq");
    this.time = time;
    this.settings = settings;
  }

  Refund open(NewRefund refund) {
    Instant now = time.now();
    jdbc.update(
        "insert into evergreen_refund (id, charge_id, subscription_id, line_id, idempotency_key,"
            + " amount, currency, reason, state, opened_at, recover_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)",
        ids.next(),
        refund.charge().value(),
        orNull(refund.subscription()),
        orNull(refund.line()),
        refund.key().value(),
        refund.amount().getAmount(),
        refund.amount().getCurrencyUnit().getCode(),
        refund.reason(),
        Timestamp.from(now),
        Timestamp.from(now.plus(settings.recoverAfter())));
    return find(refund.key()).orElseThrow();
  }

  /**
   * Writes down a refund that the gateway has already; nothing when its key is known.
   *
   * @param key the shop's own of it, or one made of the gateway's
   */
  void adopt(IdempotencyKey key, ChargeId charge, RefundFacts facts) {
    RefundState state = facts.outcome().state();
    Timestamp now = Timestamp.from(time.now());
    jdbc.update(
        "insert into evergreen_refund (id, charge_id, idempotency_key, amount, currency, reason,"
            + " state, gateway_reference, opened_at, settled_at, recover_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        ids.next(),
        charge.value(),
        key.value(),
        facts.amount().getAmount(),
        facts.amount().getCurrencyUnit().getCode(),
        facts.reason(),
        state.name(),
        facts.reference(),
        Timestamp.from(facts.madeAt()),
        now,
        state.isFinal() ? null : Timestamp.from(nextLook(state)));
  }

  Optional<Refund> byReference(ChargeId charge, String reference) {
    return query("where charge_id = ? and gateway_reference = ?", charge.value(), reference)
        .stream()
        .findFirst();
  }

  Optional<Refund> find(IdempotencyKey key) {
    return query("where idempotency_key = ?", key.value()).stream().findFirst();
  }

  List<Refund> of(ChargeId charge) {
    return query("where charge_id = ? order by id", charge.value());
  }

  List<Refund> ofSubscription(long subscription) {
    return query("where subscription_id = ? order by id", subscription);
  }

  List<Refund> latest(int limit) {
    return query("order by id desc limit ?", limit);
  }

  List<Refund> failed(int limit) {
    return query("where state = 'FAILED' order by settled_at desc, id desc limit ?", limit);
  }

  long failedSince(Instant since) {
    return jdbc.queryForObject(
        "select count(*) from evergreen_refund where state = 'FAILED' and settled_at > ?",
        Long.class,
        Timestamp.from(since));
  }

  /** Locks a refund until the end of the transaction and reads it. */
  Refund lock(long id) {
    return query("where id = ? for update", id).get(0);
  }

  /** Refunds that the gateway is to be asked about; nobody else gets them until then. */
  List<Refund> takeOverdue(int limit) {
    List<Refund> overdue =
        query(
            "where recover_at <= ? order by recover_at, id limit ? for update skip locked",
            Timestamp.from(time.now()),
            limit);
    for (Refund refund : overdue) {
      recoverAgain(refund.id(), refund.state());
    }
    return overdue;
  }

  /** Whether the gateway still recognises a repetition by its key. */
  boolean isKeyAlive(Refund refund) {
    return refund.openedAt().isAfter(time.now().minus(settings.keyLife()));
  }

  private void recoverAgain(long id, RefundState state) {
    jdbc.update(
        "update evergreen_refund set recover_at = ? where id = ?",
        Timestamp.from(nextLook(state)),
        id);
  }

  private Instant nextLook(RefundState state) {
    return time.now()
        .plus(state == RefundState.PENDING ? settings.processingPoll() : settings.recoverAfter());
  }

  /** Writes what became of a refund that is locked. */
  void move(long id, RefundState state, Optional<String> reference, Optional<String> problem) {
    jdbc.update(
        "update evergreen_refund set state = ?, problem = ?,"
            + " gateway_reference = coalesce(?, gateway_reference), settled_at = ?,"
            + " recover_at = ? where id = ?",
        state.name(),
        problem.orElse(null),
        reference.orElse(null),
        Timestamp.from(time.now()),
        state.isFinal() ? null : Timestamp.from(nextLook(state)),
        id);
  }

  private List<Refund> query(String condition, Object... parameters) {
    return jdbc.query("select * from evergreen_refund " + condition, RefundRows::read, parameters);
  }

  private static Refund read(ResultSet row, int number) throws SQLException {
    Money amount = StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount"));
    return new Refund(
        row.getLong("id"),
        new IdempotencyKey(row.getString("idempotency_key")),
        new ChargeId(row.getLong("charge_id")),
        optional(row, "subscription_id"),
        optional(row, "line_id"),
        amount,
        row.getString("reason"),
        RefundState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("gateway_reference")),
        Optional.ofNullable(row.getString("problem")),
        row.getTimestamp("opened_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant));
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    Long value = row.getObject(column, Long.class);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
