package org.evergreen.change;

import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.NewLine;
import org.joda.money.Money;

/** What a line delivers after a change, under the terms of the moment of the quote. */
record Item(
    PlanOffer offer, ProductId product, SkuId sku, String name, ProductKind kind, int quantity) {

  static Item of(Sku sku, PlanOffer offer, int quantity) {
    return new Item(offer, sku.productId(), sku.id(), sku.name(), sku.kind(), quantity);
  }

  /** For one payment, before discounts. */
  Money price() {
    return offer.unitPrice().multipliedBy(quantity);
  }

  Money signUpFee() {
    return offer.signUpFee().multipliedBy(quantity);
  }

  NewLine newLine() {
    return NewLine.of(offer, product, sku, name, kind, quantity);
  }
}
