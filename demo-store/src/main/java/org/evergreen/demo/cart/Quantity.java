package org.evergreen.demo.cart;

import java.util.OptionalInt;

/** How many units of something a cart line may hold. */
public final class Quantity {

  /** The most of one line. */
  public static final int MOST = 99;

  /** What a shopper is told whose input is not a quantity. */
  public static final String ADVICE = "Please choose a quantity from 1 to " + MOST + ".";

  private Quantity() {}

  /** The quantity that was typed; empty when it is not a whole number from 1 to the most. */
  public static OptionalInt read(String typed) {
    if (typed == null || !typed.strip().matches("[0-9]{1,3}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(typed.strip());
    return number >= 1 && number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
