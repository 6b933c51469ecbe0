package org.evergreen.payment;

/**
 * Told of refunds of which the shop learned by itself that they moved, in the transaction that
 * writes it; not of the answer to whoever asked for one. It must not call a gateway.
 */
public interface RefundListener {

  /**
   * A refund moved.
   *
   * @param before its state until then
   * @param now the refund as it is now
   */
  void moved(RefundState before, Refund now);
}
