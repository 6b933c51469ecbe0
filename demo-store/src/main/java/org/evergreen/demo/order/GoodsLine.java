package org.evergreen.demo.order;

import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.Money;

/**
 * A line to be priced.
 *
 * @param price of all its units, less its discount, before tax
 * @param shipsNow whether it is in a parcel of this order and counts for what that costs
 * @param giftTo where it goes and is taxed instead of the order's address, as a gift
 */
public record GoodsLine(
    String key, Money price, TaxClass taxClass, boolean shipsNow, Optional<PostalAddress> giftTo) {}
