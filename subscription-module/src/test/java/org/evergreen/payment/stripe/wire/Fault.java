package org.evergreen.payment.stripe.wire;

/** What may go wrong with one request. */
public enum Fault {
  NONE,
  /** The connection breaks before anything was done. */
  DROPPED_BEFORE,
  /** All is done, but the connection breaks before the answer. */
  DROPPED_AFTER,
  /** Nothing is done; the answer is 500 and is not kept under the key. */
  ERROR_BEFORE,
  /** All is done; the answer is 500, now and whenever it is asked again under the key. */
  ERROR_AFTER,
  /** Nothing is done; the answer is 429. */
  TOO_MANY,
  /** All is done; the answer is held back until the test lets go or the double is closed. */
  LATE,
  /** All is done; the answer is something that no gateway would say. */
  GARBAGE
}
