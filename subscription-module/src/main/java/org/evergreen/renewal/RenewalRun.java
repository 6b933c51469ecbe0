package org.evergreen.renewal;

/** The renewal run: everything that is due is charged once. */
public class RenewalRun {

  /**
   * Renews batch after batch until nothing is due. May run on several nodes at once and may be
   * killed at any point; the next run and {@link RenewalRecovery} finish what was begun.
   */
  public RunReport runDue() {
    throw new UnsupportedOperationException();
  }
}
