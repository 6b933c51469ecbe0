package org.evergreen.storefront;

/** How a product reaches the shopper. */
public enum ProductKind {
  /** Shipped to an address. */
  PHYSICAL,
  /** A right or a service; nothing is shipped. */
  VIRTUAL,
  /** Files to fetch; nothing is shipped. */
  DOWNLOADABLE;

  /** Whether an address is needed. */
  public boolean ships() {
    return this == PHYSICAL;
  }
}
