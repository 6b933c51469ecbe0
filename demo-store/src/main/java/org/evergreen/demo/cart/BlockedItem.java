package org.evergreen.demo.cart;

import java.util.Optional;
import org.evergreen.demo.catalog.ShopProduct;

/**
 * A line that cannot be bought any more as it was put in; nothing can be ordered until it is
 * removed.
 *
 * @param product what it belongs to, if that is still in the catalog
 * @param reason for the shopper, with what to do
 */
public record BlockedItem(long id, Optional<ShopProduct> product, String name, String reason)
    implements CartEntry {}
