package org.evergreen.demo.web;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.PurchaseLimits;
import org.evergreen.checkout.TrialRights;
import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Sku;
import org.springframework.stereotype.Component;

/**
 * The plans of a product as the visitor can have them: a second trial and a second one are none.
 */
@Component
class ShopperOffers {

  private final TrialRights trials;
  private final PurchaseLimits limits;

  ShopperOffers(TrialRights trials, PurchaseLimits limits) {
    this.trials = trials;
    this.limits = limits;
  }

  /** The offers, without trials that he has had. */
  ProductOffer of(Sku sku, ProductOffer offer) {
    Optional<CustomerId> customer = customer();
    return customer.isEmpty()
        ? offer
        : new ProductOffer(
            offer.mode(),
            offer.offers().stream()
                .map(plan -> trials.apply(customer.get(), sku.productId(), plan))
                .toList(),
            offer.preselected());
  }

  /** Why he cannot have plans, each sentence once. */
  List<String> refusals(Sku sku, ProductOffer offer) {
    return offer.offers().stream()
        .flatMap(plan -> limits.check(customer(), List.of(line(sku, plan))).values().stream())
        .distinct()
        .toList();
  }

  private static CartLine line(Sku sku, PlanOffer plan) {
    return new CartLine(plan.plan().toString(), sku, 1, Optional.of(plan));
  }

  private static Optional<CustomerId> customer() {
    return CurrentUser.shopper().map(ShopUser::customer);
  }
}
