package org.evergreen.demo.cart;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.BillingDayOffer;
import org.evergreen.demo.coupon.Coupon;
import org.evergreen.terms.Commitment;

/**
 * A cart at the moment when it was looked at.
 *
 * @param refusal why its lines cannot be bought together
 * @param coupon what the shopper has typed, if it is still valid
 * @param billingDay the shopper's existing billing day, if it fits
 * @param billingDayAccepted whether the lines are on that day already
 */
public record Cart(
    List<CartEntry> entries,
    Optional<String> refusal,
    Optional<Coupon> coupon,
    Optional<BillingDayOffer> billingDay,
    boolean billingDayAccepted) {

  public Cart {
    entries = List.copyOf(entries);
  }

  /** A cart with nothing in it. */
  public static Cart empty() {
    return new Cart(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The lines that are on sale. */
  public List<CartItem> items() {
    return entries.stream().filter(CartItem.class::isInstance).map(CartItem.class::cast).toList();
  }

  /** The lines that cannot be bought any more. */
  public List<BlockedItem> blocked() {
    return entries.stream()
        .filter(BlockedItem.class::isInstance)
        .map(BlockedItem.class::cast)
        .toList();
  }

  /** Whether everything in it can be bought by this shopper, and there is something. */
  public boolean canBeOrdered() {
    return !entries.isEmpty()
        && blocked().isEmpty()
        && refusal.isEmpty()
        && items().stream().allMatch(item -> item.terms().problem().isEmpty());
  }

  /** A line by its id. */
  public Optional<CartEntry> entry(long id) {
    return entries.stream().filter(entry -> entry.id() == id).findFirst();
  }

  /** A line that is on sale, by its id. */
  public Optional<CartItem> item(long id) {
    return items().stream().filter(item -> item.id() == id).findFirst();
  }

  /** Whether something must be sent to the shopper himself, now or with a renewal. */
  public boolean ships() {
    return items().stream().anyMatch(CartItem::shipsToShopper);
  }

  /** Whether some plan asks for a minimum term or a notice. */
  public boolean commits() {
    return items().stream()
        .flatMap(item -> item.offer().stream())
        .anyMatch(offer -> !offer.conditions().commitment().equals(Commitment.none()));
  }

  /** Whether something is bought under a plan. */
  public boolean recurs() {
    return items().stream().anyMatch(item -> item.offer().isPresent());
  }
}
