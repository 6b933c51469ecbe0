package org.evergreen.demo.cart;

/** A line of a cart as it can, or cannot, be bought now. */
public sealed interface CartEntry permits CartItem, BlockedItem {

  long id();

  /** What the shopper knows it by. */
  String name();
}
