package org.evergreen.payment;

/**
 * Told of disputes that are new or moved forward, in the transaction that writes it. It must not
 * call a gateway.
 */
public interface DisputeListener {

  /** The dispute as it is now. */
  void changed(Dispute dispute);
}
