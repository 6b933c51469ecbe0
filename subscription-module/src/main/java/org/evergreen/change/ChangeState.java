package org.evergreen.change;

/** How far a change has come that was confirmed. */
public enum ChangeState {
  /** Its payment is under way; the subscription is as it was and stays so until that is known. */
  OPEN,
  /** Waits for the next payment. */
  SCHEDULED,
  /** Done. */
  APPLIED,
  /** Not done: it was not paid, or was not possible any more when its time came. */
  REFUSED,
  /** Taken back before its time came. */
  WITHDRAWN
}
