package org.evergreen.demo.cart;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.Gift;
import org.evergreen.demo.catalog.Shelves;
import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.demo.catalog.Variant;
import org.evergreen.demo.coupon.Coupon;
import org.evergreen.demo.coupon.CouponAnswer;
import org.evergreen.demo.coupon.Coupons;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** What shoppers do with their carts. */
@Component
public class Carts {

  private final CartRows rows;
  private final CartReading reading;
  private final Shelves shelves;
  private final ProductOffers offers;
  private final CartWishes wishes;
  private final ShopperTerms terms;
  private final Coupons coupons;

  Carts(
      CartRows rows,
      CartReading reading,
      Shelves shelves,
      ProductOffers offers,
      CartWishes wishes,
      ShopperTerms terms,
      Coupons coupons) {
    this.rows = rows;
    this.reading = reading;
    this.shelves = shelves;
    this.offers = offers;
    this.wishes = wishes;
    this.terms = terms;
    this.coupons = coupons;
  }

  /** The cart as its owner can buy it now. */
  public Cart of(CartOwner owner) {
    CartWishes.Wishes wanted = wishes.of(owner);
    Optional<Coupon> coupon =
        wanted
            .coupon()
            .map(coupons::find)
            .filter(CouponAnswer.Valid.class::isInstance)
            .map(answer -> ((CouponAnswer.Valid) answer).coupon());
    return terms.apply(
        reading.read(rows.lines(owner)), customer(owner), coupon, wanted.billingDay());
  }

  private static Optional<CustomerId> customer(CartOwner owner) {
    return owner instanceof CartOwner.Shopper shopper
        ? Optional.of(new CustomerId(Long.toString(shopper.accountId())))
        : Optional.empty();
  }

  /** Uses a coupon for the cart; the answer tells when it cannot be used. */
  public CouponAnswer useCoupon(CartOwner owner, String typed) {
    CouponAnswer answer = coupons.find(typed);
    if (answer instanceof CouponAnswer.Valid valid) {
      wishes.useCoupon(owner, Optional.of(valid.coupon().code()));
    }
    return answer;
  }

  /** Takes the coupon out of the cart. */
  public void removeCoupon(CartOwner owner) {
    wishes.useCoupon(owner, Optional.empty());
  }

  /** Notes whether new subscriptions go to the day on which the shopper pays already. */
  public void useBillingDay(CartOwner owner, boolean wanted) {
    wishes.useBillingDay(owner, wanted);
  }

  /**
   * Notes who gets a line; empty for the shopper himself.
   *
   * @return whether it is done; not when the cart holds the same for the same person already
   */
  public boolean give(CartOwner owner, long line, Optional<Gift> gift) {
    try {
      return rows.setGift(owner, line, gift);
    } catch (DuplicateKeyException sameForThem) {
      return false;
    }
  }

  /** Forgets coupon and billing day, because the order they were for is made. */
  public void forgetWishes(long accountId) {
    wishes.forget(accountId);
  }

  /** How many units are in the cart. */
  public int units(CartOwner owner) {
    return rows.units(owner);
  }

  /**
   * Puts something into the cart.
   *
   * @param plan the plan it is bought under; empty for a one-time purchase
   */
  public Addition add(CartOwner owner, SkuId sku, Optional<PlanId> plan, int quantity) {
    return add(owner, sku, plan, quantity, Optional.empty());
  }

  /** Puts a line that was removed into the cart again, if it can still be bought. */
  public Addition putBack(CartOwner owner, RemovedLine line) {
    return add(owner, line.sku(), line.plan(), line.quantity(), line.gift());
  }

  private Addition add(
      CartOwner owner, SkuId sku, Optional<PlanId> plan, int quantity, Optional<Gift> gift) {
    ShopProduct product = shelves.bySku(List.of(sku)).get(sku);
    if (product == null) {
      return new Addition.UnknownSku();
    }
    Variant variant = product.variant(sku).orElseThrow();
    Sku known = product.sku(variant);
    if (!known.sellable()) {
      return new Addition.Refused(product, known.name() + " is sold out at the moment.");
    }
    ProductOffer offered = offers.offersFor(known);
    Optional<PlanOffer> chosen = plan.flatMap(offered::offer);
    if (plan.isPresent() && chosen.isEmpty()) {
      return new Addition.Refused(
          product, "That plan is not offered for " + product.name() + ". Please choose another.");
    }
    if (plan.isEmpty() && !offered.mode().allowsOneTime()) {
      return new Addition.Refused(
          product, product.name() + " is sold by subscription only. Please choose a plan.");
    }
    Optional<String> refusal =
        terms.refusal(
            reading.read(rows.lines(owner)),
            new CartLine("added", known, quantity, chosen, gift),
            customer(owner));
    if (refusal.isPresent()) {
      return new Addition.Refused(product, refusal.get());
    }
    rows.add(owner, new StoredLine(0, sku, quantity, chosen, gift));
    return new Addition.Added(product, known, quantity);
  }

  /** The answer to somebody who wants a number of units that no line may have. */
  public Addition refuseQuantity(SkuId sku) {
    ShopProduct product = shelves.bySku(List.of(sku)).get(sku);
    return product == null
        ? new Addition.UnknownSku()
        : new Addition.Refused(product, Quantity.ADVICE);
  }

  /** Sets the quantity of a line; false when the cart has no such line. */
  public boolean setQuantity(CartOwner owner, long line, int quantity) {
    return rows.setQuantity(owner, line, quantity);
  }

  /** Removes a line and tells what it was, so that it can be put in again. */
  public Optional<RemovedLine> remove(CartOwner owner, long line) {
    return rows.remove(owner, line).map(this::removed);
  }

  private RemovedLine removed(StoredLine line) {
    ShopProduct product = shelves.bySku(List.of(line.sku())).get(line.sku());
    return new RemovedLine(
        line.id(),
        product == null ? "The product" : product.name(),
        line.sku(),
        line.offer().map(PlanOffer::plan),
        line.quantity(),
        line.gift());
  }

  /** Whether lines are still in carts with these quantities. */
  public boolean stillHold(Map<Long, Integer> quantities) {
    return quantities.equals(rows.quantities(quantities.keySet()));
  }

  /** Takes lines out that were bought. */
  public void removeBought(Collection<Long> lines) {
    rows.removeBought(lines);
  }

  /** Gives a shopper what he collected before he signed in. */
  public void handOver(CartOwner.Guest guest, CartOwner.Shopper shopper) {
    rows.move(guest, shopper);
  }
}
