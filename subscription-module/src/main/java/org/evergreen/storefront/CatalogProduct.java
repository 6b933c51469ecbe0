package org.evergreen.storefront;

import org.joda.money.Money;

/**
 * A product as a merchant picks it from a list.
 *
 * @param price current price of its default SKU
 */
public record CatalogProduct(ProductId id, String name, ProductKind kind, Money price) {}
