package org.evergreen.demo.cart;

import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.storefront.Sku;

/** What became of putting something into a cart. */
public sealed interface Addition {

  /** It is in. */
  record Added(ShopProduct product, Sku sku, int quantity) implements Addition {}

  /**
   * It cannot be bought so; the cart is as it was.
   *
   * @param reason for the shopper, with what to do
   */
  record Refused(ShopProduct product, String reason) implements Addition {}

  /** The shop has no such SKU. */
  record UnknownSku() implements Addition {}
}
