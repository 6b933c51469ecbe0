package org.evergreen.storefront;

import org.joda.money.Money;

/**
 * What the host's catalog says of a SKU now.
 *
 * @param price current one-time price of one unit
 * @param sellable whether it may be bought now; a renewal of a SKU that is not sellable is parked
 */
public record Sku(
    SkuId id, ProductId productId, String name, Money price, ProductKind kind, boolean sellable) {}
