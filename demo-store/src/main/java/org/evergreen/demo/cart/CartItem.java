package org.evergreen.demo.cart;

import java.util.Optional;
import org.evergreen.checkout.CartLine;
import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.Sku;
import org.joda.money.Money;

/**
 * A line of a cart that can be bought as it stands now.
 *
 * @param offer the plan at today's terms; empty for a one-time purchase
 * @param priceBefore what one unit cost when the line was put in, if that has changed since
 */
public record CartItem(
    long id,
    ShopProduct product,
    Sku sku,
    int quantity,
    Optional<PlanOffer> offer,
    Optional<Money> priceBefore)
    implements CartEntry {

  /** What one unit costs again and again, or once. */
  public Money unitPrice() {
    return offer.map(PlanOffer::unitPrice).orElse(sku.price());
  }

  /** What one unit costs with this order. */
  public Money unitDueToday() {
    return offer.map(PlanOffer::unitDueToday).orElse(sku.price());
  }

  /** What the line costs with this order, before tax. */
  public Money dueToday() {
    return unitDueToday().multipliedBy(quantity);
  }

  /** Whether it is in the parcel of this order: what is in trial is sent when it is paid. */
  public boolean shipsNow() {
    return sku.kind().ships() && offer.flatMap(PlanOffer::trial).isEmpty();
  }

  @Override
  public String name() {
    return sku.name();
  }

  /** The line as the engine knows it. */
  public CartLine engineLine() {
    return new CartLine(Long.toString(id), sku, quantity, offer);
  }
}
