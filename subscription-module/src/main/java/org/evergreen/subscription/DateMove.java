package org.evergreen.subscription;

/** How far a moved payment date reaches. */
public enum DateMove {
  /** Only this payment; the ones after it keep their dates. */
  ONCE,
  /** This payment and all after it. */
  FROM_NOW_ON
}
