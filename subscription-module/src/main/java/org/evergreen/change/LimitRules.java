package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.PurchaseLimits;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** Holds purchase limits when a change brings a product or more of it. */
final class LimitRules {

  private final PurchaseLimits limits;
  private final Offerings offerings;

  LimitRules(PurchaseLimits limits, Offerings offerings) {
    this.limits = limits;
    this.offerings = offerings;
  }

  /** What is there already is not asked for again; a gift's giver is not who has it. */
  void require(Subscription subscription, Wanted wanted) {
    if (wanted.removes() || bringsNothingMore(wanted)) {
      return;
    }
    Item item = wanted.newItem();
    CartLine line =
        new CartLine(
            "change",
            offerings.sold(item.sku(), item.name()),
            item.quantity(),
            Optional.of(item.offer()));
    boolean another = !isOfProduct(wanted, item) && subscription.recipient().isEmpty();
    Optional<CustomerId> customer =
        another ? Optional.of(subscription.customer()) : Optional.empty();
    limits.check(customer, List.of(line)).values().stream()
        .findFirst()
        .ifPresent(
            sentence -> {
              throw NotPossible.because(sentence);
            });
  }

  private static boolean bringsNothingMore(Wanted wanted) {
    return isOfProduct(wanted, wanted.newItem())
        && wanted.newItem().quantity() <= wanted.changedLine().quantity();
  }

  private static boolean isOfProduct(Wanted wanted, Item item) {
    return wanted.line().map(SubscriptionLine::product).filter(item.product()::equals).isPresent();
  }
}
