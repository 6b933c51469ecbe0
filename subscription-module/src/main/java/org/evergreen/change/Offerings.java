package org.evergreen.change;

import java.util.List;
import java.util.Map;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Subscription;

/** What the shop sells now, for changes. */
final class Offerings {

  private final Catalog catalog;
  private final ProductOffers offers;

  Offerings(Catalog catalog, ProductOffers offers) {
    this.catalog = catalog;
    this.offers = offers;
  }

  /** A SKU that is sold now. */
  Sku sold(SkuId id, String name) {
    Sku sku = catalog.skus(List.of(id)).get(id);
    if (sku == null || !sku.sellable()) {
      throw NotPossible.because((sku == null ? name : sku.name()) + " is not sold any more.");
    }
    return sku;
  }

  /** The terms of a plan on a SKU now. */
  PlanOffer offer(Sku sku, PlanId plan, Subscription subscription) {
    PlanOffer offer =
        offers
            .offersFor(sku)
            .offer(plan)
            .orElseThrow(
                () -> NotPossible.because("This plan is not offered for " + sku.name() + "."));
    if (!offer.unitPrice().getCurrencyUnit().equals(subscription.currency())) {
      throw NotPossible.because(
          sku.name()
              + " is sold in "
              + offer.unitPrice().getCurrencyUnit()
              + ", this subscription is paid in "
              + subscription.currency()
              + ".");
    }
    return offer;
  }

  /** All terms that SKUs are offered under now. */
  List<ChangeOption> options(List<Sku> skus) {
    Map<SkuId, ProductOffer> bySku = offers.offersFor(skus);
    return skus.stream()
        .flatMap(
            sku -> bySku.get(sku.id()).offers().stream().map(offer -> new ChangeOption(sku, offer)))
        .toList();
  }
}
