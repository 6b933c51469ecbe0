package org.evergreen.payment;

import org.joda.money.Money;

/**
 * What a charge pays for, one line of it.
 *
 * @param name what the shopper knows it by
 * @param quantity above zero
 * @param amount for all of it, with its share of discounts, shipping and tax; not below zero
 */
public record ChargeLine(String name, int quantity, Money amount) {

  public ChargeLine {
    name = name.replaceAll("\\R", " ");
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "A line of a charge has a quantity above zero, not " + quantity);
    }
    if (amount.isNegative()) {
      throw new IllegalArgumentException(
          "A line of a charge has no amount below zero, but " + amount);
    }
  }
}
