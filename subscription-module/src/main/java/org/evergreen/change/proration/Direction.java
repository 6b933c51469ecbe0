package org.evergreen.change.proration;

/** Which way a change goes, by the price of a day. */
public enum Direction {
  UPGRADE,
  DOWNGRADE,
  CROSS_GRADE
}
