package org.evergreen.broadleaf.cart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.checkout.CartLine;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.Sku;

/** The plans in a Broadleaf cart. */
public class CartPlans {

  private final SkuSnapshots snapshots;
  private final ProductOffers offers;

  public CartPlans(SkuSnapshots snapshots, ProductOffers offers) {
    this.snapshots = snapshots;
    this.offers = offers;
  }

  /** The lines of a cart as the engine's recurring totals want them. */
  public List<CartLine> lines(Order cart) {
    return items(cart)
        .map(
            item ->
                new CartLine(
                    item.getId().toString(),
                    snapshots.of(item.getSku()),
                    item.getQuantity(),
                    LinePlan.of(item)))
        .toList();
  }

  /** Sentences for the shopper about lines that cannot be bought as they are; none when all can. */
  public List<String> problems(Order cart) {
    return items(cart).map(this::problem).flatMap(Optional::stream).toList();
  }

  /**
   * Lets only carts pass that can be bought as they are.
   *
   * @throws PlanRefusedException with a sentence for each line that cannot
   */
  public void requireSellable(Order cart) {
    List<String> problems = problems(cart);
    if (!problems.isEmpty()) {
      throw PlanRefusedException.cart(String.join(" ", problems));
    }
  }

  private Optional<String> problem(DiscreteOrderItem item) {
    Sku sku = snapshots.of(item.getSku());
    ProductOffer ways = offers.offersFor(sku);
    Optional<PlanOffer> plan = LinePlan.of(item);
    if (plan.isPresent() && ways.offer(plan.get().plan()).isEmpty()) {
      return Optional.of(
          sku.name()
              + " is not offered with the plan "
              + plan.get().planName()
              + " any more. Please remove it from the cart, or add it again with another plan.");
    }
    if (plan.isEmpty() && !ways.mode().allowsOneTime()) {
      return Optional.of(
          sku.name()
              + " is sold by subscription only now. Please remove it from the cart, or add it again"
              + " with a plan.");
    }
    return Optional.empty();
  }

  private static Stream<DiscreteOrderItem> items(Order cart) {
    List<OrderItem> items = cart.getOrderItems();
    return Stream.ofNullable(items)
        .flatMap(List::stream)
        .filter(DiscreteOrderItem.class::isInstance)
        .map(DiscreteOrderItem.class::cast)
        .filter(item -> Objects.nonNull(item.getSku()) && item.getSku().getProduct() != null);
  }
}
