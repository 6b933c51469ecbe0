package org.evergreen.payment.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.IdempotencyKey;
import org.springframework.jdbc.core.JdbcOperations;

/** Books in the shop's database, so that a demo shop may be restarted. */
public final class JdbcSandboxBooks implements SandboxBooks {

  private final JdbcOperations jdbc;

  public JdbcSandboxBooks(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<SandboxEntry> find(IdempotencyKey key) {
    return query(" where idempotency_key = ?", key.value()).stream().findFirst();
  }

  @Override
  public SandboxEntry keep(SandboxEntry entry) {
    jdbc.update(
        "insert into evergreen_sandbox_charge (idempotency_key, reference, outcome, method_token,"
            + " amount, currency, charged_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        entry.key().value(),
        entry.reference(),
        entry.outcome().name(),
        entry.methodToken(),
        entry.amount().getAmount(),
        entry.amount().getCurrencyUnit().getCode(),
        Timestamp.from(entry.chargedAt()));
    return find(entry.key()).orElseThrow();
  }

  @Override
  public SandboxEntry replaceLost(SandboxEntry entry) {
    jdbc.update(
        "update evergreen_sandbox_charge set outcome = ?, charged_at = ?"
            + " where idempotency_key = ? and outcome = 'LOST'",
        entry.outcome().name(),
        Timestamp.from(entry.chargedAt()),
        entry.key().value());
    return find(entry.key()).orElseThrow();
  }

  @Override
  public List<SandboxEntry> all() {
    return query(" order by charged_at, idempotency_key");
  }

  @Override
  public Optional<SandboxEntry> cancel(IdempotencyKey key) {
    jdbc.update(
        "update evergreen_sandbox_charge set outcome = 'CANCELED'"
            + " where idempotency_key = ? and outcome = 'ACTION_REQUIRED'",
        key.value());
    return find(key);
  }

  @Override
  public void answer(String reference, boolean agreed) {
    jdbc.update(
        "update evergreen_sandbox_charge set outcome = ?"
            + " where reference = ? and outcome = 'ACTION_REQUIRED'",
        (agreed ? SandboxEntry.Outcome.SUCCEEDED : SandboxEntry.Outcome.DECLINED).name(),
        reference);
  }

  @Override
  public Optional<SandboxRefund> findRefund(IdempotencyKey key) {
    return queryRefunds(" where idempotency_key = ?", key.value()).stream().findFirst();
  }

  @Override
  public SandboxRefund keepRefund(SandboxRefund refund) {
    jdbc.update(
        "insert into evergreen_sandbox_refund (idempotency_key, charge_key, reference, outcome,"
            + " amount, currency, refunded_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        refund.key().value(),
        refund.charge().value(),
        refund.reference(),
        refund.outcome().name(),
        refund.amount().getAmount(),
        refund.amount().getCurrencyUnit().getCode(),
        Timestamp.from(refund.refundedAt()));
    return findRefund(refund.key()).orElseThrow();
  }

  @Override
  public SandboxRefund replaceLostRefund(SandboxRefund refund) {
    jdbc.update(
        "update evergreen_sandbox_refund set outcome = ?, refunded_at = ?"
            + " where idempotency_key = ? and outcome = 'LOST'",
        refund.outcome().name(),
        Timestamp.from(refund.refundedAt()),
        refund.key().value());
    return findRefund(refund.key()).orElseThrow();
  }

  @Override
  public List<SandboxRefund> refunds() {
    return queryRefunds(" order by refunded_at, idempotency_key");
  }

  private List<SandboxRefund> queryRefunds(String condition, Object... parameters) {
    return jdbc.query(
        "select * from evergreen_sandbox_refund" + condition,
        (row, n) -> readRefund(row),
        parameters);
  }

  private static SandboxRefund readRefund(ResultSet row) throws SQLException {
    return new SandboxRefund(
        new IdempotencyKey(row.getString("idempotency_key")),
        new IdempotencyKey(row.getString("charge_key")),
        row.getString("reference"),
        SandboxRefund.Outcome.valueOf(row.getString("outcome")),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")),
        row.getTimestamp("refunded_at").toInstant());
  }

  private List<SandboxEntry> query(String condition, Object... parameters) {
    return jdbc.query(
        "select * from evergreen_sandbox_charge" + condition, JdbcSandboxBooks::read, parameters);
  }

  private static SandboxEntry read(ResultSet row, int number) throws SQLException {
    return new SandboxEntry(
        new IdempotencyKey(row.getString("idempotency_key")),
        row.getString("reference"),
        SandboxEntry.Outcome.valueOf(row.getString("outcome")),
        row.getString("method_token"),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")),
        row.getTimestamp("charged_at").toInstant());
  }
}
