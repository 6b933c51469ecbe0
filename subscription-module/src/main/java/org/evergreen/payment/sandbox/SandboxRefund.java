package org.evergreen.payment.sandbox;

import java.time.Instant;
import org.evergreen.payment.IdempotencyKey;
import org.joda.money.Money;

/**
 * A refund as the sandbox gateway has it in its own books.
 *
 * @param charge the key of the charge that the money came out of
 * @param reference the gateway's key of the refund
 */
public record SandboxRefund(
    IdempotencyKey key,
    IdempotencyKey charge,
    String reference,
    Outcome outcome,
    Money amount,
    Instant refundedAt) {

  /** What the gateway made of a refund. */
  public enum Outcome {
    SUCCEEDED,
    REFUSED,
    /** The request got lost on its way; the gateway denies knowing of it. */
    LOST
  }

  boolean isLost() {
    return outcome == Outcome.LOST;
  }
}
