package org.evergreen.terms;

/** How often one customer may subscribe to a product. */
public enum PurchaseLimit {
  NONE,
  /** One at a time; on hold and cancelled but still running count as running. */
  ONE_ACTIVE,
  /** Once in a lifetime; a subscription that was cancelled before any payment does not count. */
  ONE_EVER
}
