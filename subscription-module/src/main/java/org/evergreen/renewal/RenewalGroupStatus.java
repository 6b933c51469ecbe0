package org.evergreen.renewal;

/** Where a renewal group stands. */
public enum RenewalGroupStatus {
  /** Its charge is being made, or its answer is not known yet. */
  OPEN,
  /** The shopper must act: confirm with his bank, or leave a payment method. */
  WAITING,
  /** Declined and owed; no new cycle of its subscriptions is billed until it is paid. */
  UNPAID,
  /** Paid, or nothing to pay. */
  PAID,
  /** Nothing is owed any more, because its subscriptions were cancelled. */
  CANCELED
}
