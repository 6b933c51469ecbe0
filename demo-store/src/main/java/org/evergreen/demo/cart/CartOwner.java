package org.evergreen.demo.cart;

/** Whose cart it is. */
public sealed interface CartOwner {

  /** Somebody who has not signed in, known by a key in his cookie. */
  record Guest(String key) implements CartOwner {}

  /** A shopper who has signed in. */
  record Shopper(long accountId) implements CartOwner {}
}
