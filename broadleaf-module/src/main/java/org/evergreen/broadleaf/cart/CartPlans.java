package org.evergreen.broadleaf.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.CartRules;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Sku;

/** The plans in a Broadleaf cart. */
public class CartPlans {

  private final SkuSnapshots snapshots;
  private final ProductOffers offers;
  private final CartRules rules;

  public CartPlans(SkuSnapshots snapshots, ProductOffers offers, CartRules rules) {
    this.snapshots = snapshots;
    this.offers = offers;
    this.rules = rules;
  }

  /** The lines of a cart as the engine wants them, under the terms that this customer gets. */
  public List<CartLine> lines(Order cart) {
    return items(cart).map(item -> line(item, LinePlan.of(item))).toList();
  }

  /** The line of an item under an offer. */
  CartLine line(DiscreteOrderItem item, Optional<PlanOffer> offer) {
    return new CartLine(
        item.getId().toString(),
        snapshots.of(item.getSku()),
        item.getQuantity(),
        offer,
        LineGift.of(item));
  }

  /** Who the cart belongs to; empty before he has an account. */
  public static Optional<CustomerId> customer(Order cart) {
    return Optional.ofNullable(cart.getCustomer())
        .filter(customer -> customer.getId() != null && customer.isRegistered())
        .map(Customer::getId)
        .map(id -> new CustomerId(id.toString()));
  }

  /** Sentences for the shopper about what cannot be bought as it is; none when all can. */
  public List<String> problems(Order cart) {
    List<CartLine> lines = lines(cart);
    List<String> problems = new ArrayList<>();
    lines.stream().map(this::problem).flatMap(Optional::stream).forEach(problems::add);
    problems.addAll(rules.refusals(customer(cart), lines).values());
    rules.refusal(lines).ifPresent(problems::add);
    return problems;
  }

  /**
   * What stands against a line that is about to be added to a cart; a sentence for the shopper.
   *
   * @param added its key is that of no other line
   */
  Optional<String> refusal(Order cart, CartLine added) {
    List<CartLine> lines = new ArrayList<>(lines(cart));
    lines.add(added);
    return Optional.ofNullable(rules.refusals(customer(cart), lines).get(added.key()))
        .or(() -> rules.refusal(lines));
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

  private Optional<String> problem(CartLine line) {
    Sku sku = line.sku();
    ProductOffer ways = offers.offersFor(sku);
    Optional<PlanOffer> plan = line.offer();
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

  static Stream<DiscreteOrderItem> items(Order cart) {
    List<OrderItem> items = cart.getOrderItems();
    return Stream.ofNullable(items)
        .flatMap(List::stream)
        .filter(DiscreteOrderItem.class::isInstance)
        .map(DiscreteOrderItem.class::cast)
        .filter(item -> Objects.nonNull(item.getSku()) && item.getSku().getProduct() != null);
  }
}
