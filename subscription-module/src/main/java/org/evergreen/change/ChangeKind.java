package org.evergreen.change;

/** What sort of change it is; which way a switch goes is decided by the price of a day. */
public enum ChangeKind {
  UPGRADE,
  DOWNGRADE,
  CROSS_GRADE,
  ITEM_ADDED,
  ITEM_REMOVED,
  RESUBSCRIBED
}
