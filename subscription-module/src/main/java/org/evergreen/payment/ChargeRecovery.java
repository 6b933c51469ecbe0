package org.evergreen.payment;

/** Finds out what became of charges whose answer never came. */
public class ChargeRecovery {

  /**
   * Asks the gateway for every charge whose answer is overdue and settles it. Repeatable, and safe
   * to run on several nodes at once.
   *
   * @return how many charges were settled
   */
  public int recover() {
    throw new UnsupportedOperationException();
  }
}
