package org.evergreen.demo.order;

import org.evergreen.storefront.ProductKind;
import org.joda.money.CurrencyUnit;

/** What pricing and order lines need to know of a SKU. */
record SkuFacts(
    String id,
    String productId,
    String name,
    ProductKind kind,
    TaxClass taxClass,
    CurrencyUnit currency,
    boolean sellable) {

  /** For a line whose money is taken already although the catalog has lost the SKU. */
  static SkuFacts lost(String id, CurrencyUnit currency) {
    return new SkuFacts(id, id, id, ProductKind.VIRTUAL, TaxClass.STANDARD, currency, false);
  }
}
