package org.evergreen.demo.cart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.BillingDayOffer;
import org.evergreen.checkout.BillingDays;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.CartRules;
import org.evergreen.checkout.DueToday;
import org.evergreen.checkout.FirstPayments;
import org.evergreen.checkout.TrialRights;
import org.evergreen.demo.coupon.Coupon;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.springframework.stereotype.Component;

/**
 * What holds for the shopper whose cart it is: whether he still gets a trial, whether he may have
 * it at all, on which day he pays, and what that makes today.
 */
@Component
class ShopperTerms {

  private final TrialRights trials;
  private final BillingDays billingDays;
  private final CartRules rules;
  private final ShopTime time;

  ShopperTerms(TrialRights trials, BillingDays billingDays, CartRules rules, ShopTime time) {
    this.trials = trials;
    this.billingDays = billingDays;
    this.rules = rules;
    this.time = time;
  }

  /** The cart as this shopper can order it; a guest is taken for a new customer. */
  Cart apply(
      List<CartEntry> entries,
      Optional<CustomerId> customer,
      Optional<Coupon> coupon,
      boolean wantsBillingDay) {
    List<CartLine> asked = engineLines(entries);
    List<CartLine> granted = trials.apply(customer, asked);
    Optional<BillingDayOffer> day = customer.flatMap(id -> billingDays.offer(id, granted));
    Map<String, PlanOffer> offers = new HashMap<>();
    granted.forEach(line -> line.offer().ifPresent(offer -> offers.put(line.key(), offer)));
    if (wantsBillingDay) {
      day.ifPresent(offer -> offer.moves().forEach(move -> offers.put(move.key(), move.aligned())));
    }
    Map<String, String> refusals = rules.refusals(customer, granted);
    List<CartEntry> known = new ArrayList<>();
    for (CartEntry entry : entries) {
      known.add(entry instanceof CartItem item ? known(item, offers, refusals) : entry);
    }
    return new Cart(known, rules.refusal(asked), coupon, day, wantsBillingDay && day.isPresent());
  }

  /** Why something may not be put into a cart beside what is in it; a sentence for the shopper. */
  Optional<String> refusal(List<CartEntry> entries, CartLine added, Optional<CustomerId> customer) {
    List<CartLine> lines = new ArrayList<>(engineLines(entries));
    lines.add(added);
    return Optional.ofNullable(rules.refusals(customer, lines).get(added.key()))
        .or(() -> rules.refusal(lines));
  }

  private static List<CartLine> engineLines(List<CartEntry> entries) {
    return entries.stream()
        .filter(CartItem.class::isInstance)
        .map(entry -> ((CartItem) entry).engineLine())
        .toList();
  }

  private CartItem known(
      CartItem item, Map<String, PlanOffer> offers, Map<String, String> refusals) {
    String key = Long.toString(item.id());
    Optional<PlanOffer> offer = Optional.ofNullable(offers.get(key));
    Optional<DueToday> due = offer.map(granted -> FirstPayments.of(granted, time.today()));
    boolean trialUsed =
        offer.isPresent()
            && item.offer().flatMap(PlanOffer::trial).isPresent()
            && offer.get().trial().isEmpty();
    return item.with(
        offer, new CartItem.Terms(due, trialUsed, Optional.ofNullable(refusals.get(key))));
  }
}
