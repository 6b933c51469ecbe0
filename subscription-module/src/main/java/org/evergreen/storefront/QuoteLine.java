package org.evergreen.storefront;

import org.joda.money.Money;

/**
 * A line of an order to be priced.
 *
 * @param key ours, unique within the order; comes back in the answer
 * @param unitPrice the price that was agreed, before tax; the host must not replace it by today's
 */
public record QuoteLine(String key, SkuId sku, int quantity, Money unitPrice) {}
