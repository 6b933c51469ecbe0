package org.evergreen.renewal;

/** The lists of groups on the renewals monitor. */
public enum RenewalList {
  /** The charge is being made, or its answer is not known yet. */
  RUNNING,
  /** The shopper must act. */
  WAITING,
  /** Declined and owed. */
  FAILED,
  /** Paid, but without an order at the host. */
  UNPLACED,
  /** Paid and ordered. */
  DONE
}
