package org.evergreen.payment.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evergreen.payment.IdempotencyKey;

/** Books that live as long as the process, for tests and benchmarks. */
public final class InMemorySandboxBooks implements SandboxBooks {

  private final Map<IdempotencyKey, SandboxEntry> entries = new ConcurrentHashMap<>();

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
  }

  @Override
  public List<SandboxEntry> all() {
    return List.copyOf(entries.values());
  }
}
