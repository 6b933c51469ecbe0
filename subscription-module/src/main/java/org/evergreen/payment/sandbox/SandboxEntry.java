package org.evergreen.payment.sandbox;

import java.time.Instant;
import org.evergreen.payment.IdempotencyKey;
import org.joda.money.Money;

/**
 * A charge as the sandbox gateway has it in its own books.
 *
 * @param reference the gateway's key
 */
public record SandboxEntry(
    IdempotencyKey key,
    String reference,
    Outcome outcome,
    String methodToken,
    Money amount,
    Instant chargedAt) {

  /** What the gateway made of a charge. */
  public enum Outcome {
    SUCCEEDED,
    DECLINED,
    ACTION_REQUIRED,
    PROCESSING,
    /** Given up before the shopper confirmed it. */
    CANCELED,
    /** The request got lost on its way; the gateway denies knowing of it. */
    LOST
  }

  /** This entry after the shopper has told his bank, if it still waits for him. */
  SandboxEntry answered(boolean agreed) {
    Outcome answer = agreed ? Outcome.SUCCEEDED : Outcome.DECLINED;
    return outcome == Outcome.ACTION_REQUIRED
        ? new SandboxEntry(key, reference, answer, methodToken, amount, chargedAt)
        : this;
  }

  /** This entry given up, if it still waits for the shopper. */
  SandboxEntry canceled() {
    return outcome == Outcome.ACTION_REQUIRED
        ? new SandboxEntry(key, reference, Outcome.CANCELED, methodToken, amount, chargedAt)
        : this;
  }

  boolean isLost() {
    return outcome == Outcome.LOST;
  }
}
