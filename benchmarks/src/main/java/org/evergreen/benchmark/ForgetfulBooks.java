package org.evergreen.benchmark;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.payment.sandbox.SandboxEntry;
import org.evergreen.payment.sandbox.SandboxRefund;

/** Books that keep nothing, so that the gateway's memory is not taken for the engine's. */
final class ForgetfulBooks implements SandboxBooks {

  @Override
  public Optional<SandboxEntry> find(IdempotencyKey key) {
    return Optional.empty();
  }

  @Override
  public void answer(String reference, boolean agreed) {
    // There is no shopper who could answer, and nothing that waits for him.
  }

  @Override
  public SandboxEntry keep(SandboxEntry entry) {
    return entry;
  }

  @Override
  public SandboxEntry replaceLost(SandboxEntry entry) {
    return entry;
  }

  @Override
  public List<SandboxEntry> all() {
    return List.of();
  }

  @Override
  public Optional<SandboxEntry> cancel(IdempotencyKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<SandboxRefund> findRefund(IdempotencyKey key) {
    return Optional.empty();
  }

  @Override
  public SandboxRefund keepRefund(SandboxRefund refund) {
    return refund;
  }

  @Override
  public SandboxRefund replaceLostRefund(SandboxRefund refund) {
    return refund;
  }

  @Override
  public List<SandboxRefund> refunds() {
    return List.of();
  }
}
