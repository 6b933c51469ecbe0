package org.evergreen.payment.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evergreen.payment.IdempotencyKey;

/** Books that live as long as the process, for tests and benchmarks. */
public final class InMemorySandboxBooks implements SandboxBooks {

  private final Map<IdempotencyKey, SandboxEntry> entries = new ConcurrentHashMap<>();
  private final Map<IdempotencyKey, SandboxRefund> refunds = new ConcurrentHashMap<>();

  @Override
  public Optional<SandboxEntry> find(IdempotencyKey key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public SandboxEntry keep(SandboxEntry entry) {
    SandboxEntry standing = entries.putIfAbsent(entry.key(), entry);
    return standing == null ? entry : standing;
  }

  @Override
  public SandboxEntry replaceLost(SandboxEntry entry) {
    return entries.merge(
        entry.key(), entry, (standing, repeated) -> standing.isLost() ? repeated : standing);
  }

  /** Forgets everything. */
  public void clear() {
    entries.clear();
    refunds.clear();
  }

  @Override
  public List<SandboxEntry> all() {
    return List.copyOf(entries.values());
  }

  @Override
  public Optional<SandboxEntry> cancel(IdempotencyKey key) {
    return Optional.ofNullable(entries.computeIfPresent(key, (same, entry) -> entry.canceled()));
  }

  @Override
  public void answer(String reference, boolean agreed) {
    entries.replaceAll(
        (key, entry) -> entry.reference().equals(reference) ? entry.answered(agreed) : entry);
  }

  @Override
  public Optional<SandboxRefund> findRefund(IdempotencyKey key) {
    return Optional.ofNullable(refunds.get(key));
  }

  @Override
  public SandboxRefund keepRefund(SandboxRefund refund) {
    SandboxRefund standing = refunds.putIfAbsent(refund.key(), refund);
    return standing == null ? refund : standing;
  }

  @Override
  public SandboxRefund replaceLostRefund(SandboxRefund refund) {
    return refunds.merge(
        refund.key(), refund, (standing, repeated) -> standing.isLost() ? repeated : standing);
  }

  @Override
  public List<SandboxRefund> refunds() {
    return List.copyOf(refunds.values());
  }
}
