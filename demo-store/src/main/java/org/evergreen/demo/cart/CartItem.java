package org.evergreen.demo.cart;

import java.util.Optional;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.DueToday;
import org.evergreen.checkout.Gift;
import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.Sku;
import org.joda.money.Money;

/**
 * A line of a cart as it stands now.
 *
 * @param offer the plan at today's terms; empty for a one-time purchase
 * @param priceBefore what one unit cost when the line was put in, if that has changed since
 * @param gift who gets it; empty when the shopper himself does
 * @param terms what holds for this shopper today
 */
public record CartItem(
    long id,
    ShopProduct product,
    Sku sku,
    int quantity,
    Optional<PlanOffer> offer,
    Optional<Money> priceBefore,
    Optional<Gift> gift,
    Terms terms)
    implements CartEntry {

  /**
   * What holds for a line today, for the shopper whose cart it is.
   *
   * @param due what one unit under a plan costs now; empty for a one-time purchase
   * @param trialUsed whether the plan's trial is left out because he has had one
   * @param problem why it cannot be ordered so, with what to do
   */
  public record Terms(Optional<DueToday> due, boolean trialUsed, Optional<String> problem) {

    static Terms unknown() {
      return new Terms(Optional.empty(), false, Optional.empty());
    }
  }

  /** What one unit costs again and again, or once. */
  public Money unitPrice() {
    return offer.map(PlanOffer::unitPrice).orElse(sku.price());
  }

  /** What one unit costs with this order. */
  public Money unitDueToday() {
    return terms.due().map(DueToday::amount).orElse(sku.price());
  }

  /** What the line costs with this order, before discounts and tax. */
  public Money dueToday() {
    return unitDueToday().multipliedBy(quantity);
  }

  /** Whether it is in a parcel of this order: what nothing is paid for yet is sent later. */
  public boolean shipsNow() {
    return sku.kind().ships() && terms.due().map(DueToday::delivers).orElse(true);
  }

  /** Whether it goes, now or later, to the shopper's own address. */
  public boolean shipsToShopper() {
    return sku.kind().ships() && gift.isEmpty();
  }

  @Override
  public String name() {
    return sku.name();
  }

  /** The line as the engine knows it. */
  public CartLine engineLine() {
    return new CartLine(Long.toString(id), sku, quantity, offer, gift);
  }

  /** The line under the offer that this shopper gets, with what holds for it. */
  CartItem with(Optional<PlanOffer> granted, Terms known) {
    return new CartItem(id, product, sku, quantity, granted, priceBefore, gift, known);
  }
}
