package org.evergreen.plan;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.time.ShopTime;

/** What shoppers are offered: the active plans of a product worked out at the SKU's price. */
public class ProductOffers {

  private final Plans plans;
  private final ProductSelling selling;
  private final ShopTime time;

  public ProductOffers(Plans plans, ProductSelling selling, ShopTime time) {
    this.plans = plans;
    this.selling = selling;
    this.time = time;
  }

  /** How a SKU can be bought now. */
  public ProductOffer offersFor(Sku sku) {
    return offersFor(List.of(sku)).get(sku.id());
  }

  /** How each of the SKUs can be bought now. */
  public Map<SkuId, ProductOffer> offersFor(Collection<Sku> skus) {
    Map<SkuId, ProductOffer> offers = new HashMap<>();
    if (skus.isEmpty()) {
      return offers;
    }
    Set<ProductId> products = skus.stream().map(Sku::productId).collect(Collectors.toSet());
    List<Plan> offered = plans.offeredOn(products);
    Map<ProductId, SellingChoice> choices = selling.get(products);
    Instant now = time.now();
    for (Sku sku : skus) {
      SellingChoice choice = choices.getOrDefault(sku.productId(), SellingChoice.undecided());
      offers.put(sku.id(), offer(sku, choice, offered, now));
    }
    return offers;
  }

  private static ProductOffer offer(
      Sku sku, SellingChoice choice, List<Plan> offered, Instant now) {
    List<PlanOffer> offers =
        choice.mode().allowsPlans()
            ? offered.stream()
                .filter(plan -> plan.isFor(sku))
                .map(plan -> plan.offerFor(sku, now))
                .toList()
            : List.of();
    Optional<PlanId> preselected =
        choice
            .preselected()
            .filter(plan -> offers.stream().anyMatch(offer -> offer.plan().equals(plan)));
    return new ProductOffer(choice.mode(), offers, preselected);
  }
}
