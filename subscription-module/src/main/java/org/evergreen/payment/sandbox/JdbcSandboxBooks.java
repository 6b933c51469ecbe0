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
