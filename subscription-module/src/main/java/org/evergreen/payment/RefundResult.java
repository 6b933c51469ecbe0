package org.evergreen.payment;

/** What came of asking for a refund. */
public sealed interface RefundResult {

  /**
   * It is written down, and the gateway was asked.
   *
   * @param refund as it is now: still {@code OPEN} while the gateway's answer is not known, which
   *     recovery finds out
   * @param news whether it is this answer that moved it
   */
  record Entered(Refund refund, boolean news) implements RefundResult {}

  /**
   * It is not possible; nothing was written down.
   *
   * @param sentence why, for the merchant
   */
  record Refused(String sentence) implements RefundResult {}
}
