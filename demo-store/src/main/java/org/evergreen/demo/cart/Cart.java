package org.evergreen.demo.cart;

import java.util.List;
import java.util.Optional;

/** A cart at the moment when it was looked at. */
public record Cart(List<CartEntry> entries) {

  public Cart {
    entries = List.copyOf(entries);
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The lines that can be bought. */
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

  /** Whether everything in it can be bought, and there is something. */
  public boolean canBeOrdered() {
    return !entries.isEmpty() && blocked().isEmpty();
  }

  /** A line by its id. */
  public Optional<CartEntry> entry(long id) {
    return entries.stream().filter(entry -> entry.id() == id).findFirst();
  }

  /** Whether something must be sent, now or with a renewal. */
  public boolean ships() {
    return items().stream().anyMatch(item -> item.sku().kind().ships());
  }

  /** Whether something is bought under a plan. */
  public boolean recurs() {
    return items().stream().anyMatch(item -> item.offer().isPresent());
  }
}
