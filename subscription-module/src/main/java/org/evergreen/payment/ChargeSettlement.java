package org.evergreen.payment;

import java.util.List;

/** The one way in which a charge moves forward, whoever learned of its outcome. */
public class ChargeSettlement {

  /**
   * Moves charges to what their outcomes say and tells every {@link ChargeListener}, all in one
   * transaction. An outcome that a charge has already, or that its state does not allow, changes
   * nothing.
   *
   * @return the charges that moved
   */
  public List<Charge> settle(List<ChargeResult> results) {
    throw new UnsupportedOperationException();
  }
}
