package org.evergreen.renewal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * How much of its credit each subscription of a group uses: as much as it has, at most its own part
 * of the total, which is its lines with tax and its share of shipping.
 */
final class CreditUse {

  private CreditUse() {}

  /** What each uses; one that uses nothing is left out. */
  static Map<SubscriptionId, Money> of(PricedGroup group) {
    List<ShippingShares.Part> parts = group.parts();
    Map<SubscriptionId, Money> shipping = ShippingShares.of(group.quote().shipping(), parts);
    Map<SubscriptionId, Money> tax = ShippingShares.of(group.quote().shippingTax(), parts);
    Money zero = Money.zero(group.plan().currency());
    Map<SubscriptionId, Money> uses = new LinkedHashMap<>();
    for (PlannedRenewal renewal : group.plan().renewals()) {
      DueSubscription subscription = renewal.subscription();
      SubscriptionId id = subscription.id();
      Money own =
          group
              .amount(subscription)
              .plus(group.tax(subscription))
              .plus(shipping.getOrDefault(id, zero))
              .plus(tax.getOrDefault(id, zero));
      Money credit = subscription.paying().credit();
      Money used = credit.isGreaterThan(own) ? own : credit;
      if (used.isPositive()) {
        uses.put(id, used);
      }
    }
    return uses;
  }
}
