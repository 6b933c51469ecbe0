package org.evergreen.checkout;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evergreen.checkout.PastSubscriptions.Past;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.PurchaseLimit;

/**
 * Who may subscribe to what how often, see {@code docs/04-plans.md}. A host asks when something is
 * put into the cart, when the cart is paid, and when an unpaid order is paid later. A gift counts
 * for the person who gets it.
 */
public class PurchaseLimits {

  /** A limited line, from a cart or from an order. */
  private record Limited(
      String key,
      ProductId product,
      String name,
      int quantity,
      PurchaseLimit limit,
      Optional<Gift> gift) {

    Share share(String self) {
      return Share.of(product, gift.map(Gift::person).orElse(""), self);
    }
  }

  /** A product for a person; the person is empty for the customer himself. */
  private record Share(ProductId product, String person) {

    /** A gift to oneself is none. */
    static Share of(ProductId product, String person, String self) {
      return new Share(product, person.equals(self) ? "" : person);
    }
  }

  private final PastSubscriptions past;
  private final Customers customers;

  PurchaseLimits(PastSubscriptions past, Customers customers) {
    this.past = past;
    this.customers = customers;
  }

  /**
   * What stands against a cart.
   *
   * @param customer empty before sign-in: then only the cart itself is looked at
   * @return a sentence for the shopper by key of the line; empty when all of it may be bought
   */
  public Map<String, String> check(Optional<CustomerId> customer, List<CartLine> lines) {
    List<Limited> limited =
        lines.stream()
            .filter(line -> limitOf(line) != PurchaseLimit.NONE)
            .map(
                line ->
                    new Limited(
                        line.key(),
                        line.sku().productId(),
                        line.sku().name(),
                        line.quantity(),
                        limitOf(line),
                        line.gift()))
            .toList();
    return refusals(
        limited,
        customer.map(id -> past(id, limited)).orElse(List.of()),
        customer.map(this::email).orElse(""));
  }

  /**
   * What stands against paying an order that was placed before. What the order itself has started
   * does not count.
   *
   * @return a sentence for the shopper by key of the line; empty when it may be paid
   */
  public Map<String, String> check(PaidOrder order) {
    List<Limited> limited =
        order.lines().stream()
            .filter(line -> limitOf(line) != PurchaseLimit.NONE)
            .map(
                line ->
                    new Limited(
                        line.key(),
                        line.product(),
                        line.name(),
                        line.quantity(),
                        limitOf(line),
                        line.gift()))
            .toList();
    List<Past> others =
        past(order.customer(), limited).stream()
            .filter(one -> !one.order().equals(order.order()))
            .toList();
    return refusals(limited, others, email(order.customer()));
  }

  private static PurchaseLimit limitOf(OfferedLine line) {
    return line.offer()
        .map(PlanOffer::conditions)
        .map(conditions -> conditions.limit())
        .orElse(PurchaseLimit.NONE);
  }

  private List<Past> past(CustomerId customer, List<Limited> limited) {
    return past.of(customer, limited.stream().map(Limited::product).toList());
  }

  /** In small letters, as gifts name their recipients; empty when the host does not know him. */
  private String email(CustomerId customer) {
    CustomerProfile profile = customers.profiles(List.of(customer)).get(customer);
    return profile == null ? "" : profile.email().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> refusals(List<Limited> limited, List<Past> past, String self) {
    Map<Share, List<Past>> had =
        past.stream().collect(groupingBy(one -> Share.of(one.product(), one.recipient(), self)));
    Set<Share> seen = new HashSet<>();
    Map<String, String> refusals = new LinkedHashMap<>();
    for (Limited line : limited) {
      List<Past> before = had.getOrDefault(line.share(self), List.of());
      boolean several = !seen.add(line.share(self)) || line.quantity() > 1;
      refusal(line, before, several).ifPresent(sentence -> refusals.put(line.key(), sentence));
    }
    return refusals;
  }

  private static Optional<String> refusal(Limited line, List<Past> had, boolean several) {
    boolean given = line.gift().isPresent();
    if (had.stream().anyMatch(Past::isActive)) {
      return Optional.of(
          given
              ? line.name() + " is already on its way to this person, and is given once at a time."
              : "You already have a subscription to " + line.name() + ", and can have one only.");
    }
    if (line.limit() == PurchaseLimit.ONE_EVER && had.stream().anyMatch(Past::counts)) {
      return Optional.of(
          given
              ? "You have given " + line.name() + " to this person before. It is given only once."
              : "You have had a subscription to " + line.name() + ". It can be bought only once.");
    }
    return several
        ? Optional.of(line.name() + " can be bought only once. Please keep one of it in your cart.")
        : Optional.empty();
  }
}
