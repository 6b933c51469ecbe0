package org.evergreen.demo.catalog;

import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/**
 * One of the forms in which a product is sold.
 *
 * @param name what the shopper picks, for example "Whole bean"; empty when there is only one
 * @param price one-time price of one unit, before tax
 */
public record Variant(SkuId sku, String name, Money price, boolean sellable) {}
