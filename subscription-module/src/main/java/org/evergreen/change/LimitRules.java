package org.evergreen.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.PurchaseLimits;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** Holds purchase limits when a change brings a product or more of it. */
final class LimitRules {

  private final PurchaseLimits limits;

  LimitRules(PurchaseLimits limits) {
    this.limits = limits;
  }

  /** What is there already is not asked for again; a gift's giver is not who has it. */
  void require(Subscription subscription, Wanted wanted) {
    if (!wanted.removes()) {
      refusal(subscription, wanted.line(), wanted.newItem())
          .ifPresent(
              sentence -> {
                throw NotPossible.because(sentence);
              });
    }
  }

  /**
   * What stands by now against a change that was quoted before, while it waited to be paid. Going
   * on from a term that still ran is no second subscription.
   */
  Optional<String> refusal(ChangeRow change, Subscription subscription) {
    PlannedChange plan = change.plan();
    return switch (plan.step()) {
      case REMOVE -> Optional.empty();
      case START_AGAIN ->
          plan.dates().timing() == Timing.DATE_KEPT
              ? Optional.empty()
              : refusal(Optional.of(subscription.customer()), plan.items());
      case ADD, REPLACE -> refusal(subscription, changed(change, subscription), plan.item());
    };
  }

  private static Optional<SubscriptionLine> changed(ChangeRow change, Subscription subscription) {
    return subscription.lines().stream()
        .filter(line -> change.request().changedLine().orElse(-1) == line.id())
        .findFirst();
  }

  private Optional<String> refusal(
      Subscription subscription, Optional<SubscriptionLine> line, Item item) {
    Optional<SubscriptionLine> same = line.filter(old -> old.product().equals(item.product()));
    if (same.filter(old -> item.quantity() <= old.quantity()).isPresent()) {
      return Optional.empty();
    }
    boolean another = same.isEmpty() && subscription.recipient().isEmpty();
    Optional<CustomerId> customer =
        another ? Optional.of(subscription.customer()) : Optional.empty();
    return refusal(customer, List.of(item));
  }

  private Optional<String> refusal(Optional<CustomerId> customer, List<Item> items) {
    List<CartLine> lines = new ArrayList<>();
    for (Item item : items) {
      lines.add(
          new CartLine(
              Integer.toString(lines.size()),
              sku(item),
              item.quantity(),
              Optional.of(item.offer())));
    }
    return limits.check(customer, lines).values().stream().findFirst();
  }

  private static Sku sku(Item item) {
    return new Sku(
        item.sku(), item.product(), item.name(), item.offer().unitPrice(), item.kind(), true);
  }
}
