package org.evergreen.storefront;

import org.joda.money.Money;

/**
 * A line of an order to be priced.
 *
 * @param key ours, unique within the order; comes back in the answer
 * @param unitPrice the price that was agreed, in the terms of the shop's prices (with or without
 *     tax); the host must not replace it by today's
 * @param discount taken off quantity times unit price, zero to that amount
 * @param shippingCharged whether the line counts for what shipping costs; if not it ships free, or
 *     nothing of it ships with this order
 */
public record QuoteLine(
    String key, SkuId sku, int quantity, Money unitPrice, Money discount, boolean shippingCharged) {

  public QuoteLine {
    if (discount.isNegative() || discount.isGreaterThan(unitPrice.multipliedBy(quantity))) {
      throw new IllegalArgumentException(
          "A discount of " + discount + " on " + quantity + " at " + unitPrice + " of " + sku);
    }
  }

  /** A line at its full price, shipped as usual. */
  public QuoteLine(String key, SkuId sku, int quantity, Money unitPrice) {
    this(key, sku, quantity, unitPrice, Money.zero(unitPrice.getCurrencyUnit()), true);
  }

  /** Quantity times unit price less the discount. */
  public Money price() {
    return unitPrice.multipliedBy(quantity).minus(discount);
  }
}
