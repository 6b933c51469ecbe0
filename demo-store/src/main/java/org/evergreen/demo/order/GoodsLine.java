package org.evergreen.demo.order;

import org.joda.money.Money;

/**
 * A line to be priced.
 *
 * @param unitPrice before tax
 * @param shipsNow whether it is in the parcel of this order
 */
public record GoodsLine(
    String key, int quantity, Money unitPrice, TaxClass taxClass, boolean shipsNow) {

  Money amount() {
    return unitPrice.multipliedBy(quantity);
  }
}
