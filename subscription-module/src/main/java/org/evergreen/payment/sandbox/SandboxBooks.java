package org.evergreen.payment.sandbox;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.IdempotencyKey;

/** The books of the sandbox gateway: what a real gateway would know on its own side. */
public interface SandboxBooks {

  /** The entry under a key. */
  Optional<SandboxEntry> find(IdempotencyKey key);

  /** Writes an entry unless its key has one already; the entry that stands is returned. */
  SandboxEntry keep(SandboxEntry entry);

  /**
   * Replaces a lost request by what became of its repetition; the entry that stands is returned.
   */
  SandboxEntry replaceLost(SandboxEntry entry);

  /** Gives up a charge that waits for the shopper; the entry that stands is returned. */
  Optional<SandboxEntry> cancel(IdempotencyKey key);

  /** The shopper tells his bank whether a charge that waits for him is his. */
  void answer(String reference, boolean agreed);

  /** Everything, for comparing with the shop's own books. */
  List<SandboxEntry> all();

  /** The refund under a key. */
  Optional<SandboxRefund> findRefund(IdempotencyKey key);

  /** Writes a refund unless its key has one already; the refund that stands is returned. */
  SandboxRefund keepRefund(SandboxRefund refund);

  /** Writes what became of the repetition of a refund that was lost. */
  SandboxRefund replaceLostRefund(SandboxRefund refund);

  /** All refunds, for comparing with the shop's own books. */
  List<SandboxRefund> refunds();
}
