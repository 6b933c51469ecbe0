package org.evergreen.payment;

/** What the gateway said to a refund. */
public sealed interface RefundOutcome {

  /** The state of the refund that follows; {@code OPEN} while nobody knows. */
  default RefundState state() {
    if (this instanceof Succeeded) {
      return RefundState.SUCCEEDED;
    }
    if (this instanceof Pending) {
      return RefundState.PENDING;
    }
    return this instanceof Refused ? RefundState.FAILED : RefundState.OPEN;
  }

  /** The money is on its way back. */
  record Succeeded(String gatewayReference) implements RefundOutcome {}

  /** Accepted; whether it works out is known days later. */
  record Pending(String gatewayReference) implements RefundOutcome {}

  /**
   * Refused; the money stays where it was.
   *
   * @param reason for the merchant, in plain words
   */
  record Refused(String reason) implements RefundOutcome {}

  /**
   * Nobody knows; recovery asks again under the same key.
   *
   * @param detail for the log and the merchant
   */
  record Unknown(String detail) implements RefundOutcome {}
}
