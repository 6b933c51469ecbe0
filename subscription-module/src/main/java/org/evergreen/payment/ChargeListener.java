package org.evergreen.payment;

import java.util.List;

/**
 * Told of charges that moved forward, in the transaction that moves them: what it writes stands or
 * falls with the new state. Each step of a charge is told once. It must not call a gateway.
 */
public interface ChargeListener {

  /** The charges as they are now; never empty. */
  void settled(List<Charge> charges);
}
