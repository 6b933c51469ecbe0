package org.evergreen.renewal;

/** Finishes what a killed run left behind. */
public class RenewalRecovery {

  /**
   * Finds out what became of charges whose answer never came, and places orders of paid renewals
   * that have none. Repeatable.
   *
   * @return how many charges were settled and orders placed
   */
  public int recover() {
    throw new UnsupportedOperationException();
  }
}
