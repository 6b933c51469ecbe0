package org.evergreen.renewal;

import org.evergreen.storefront.Quote;
import org.joda.money.Money;

/**
 * A group with the price that the host gave it.
 *
 * @param id the key that it will be stored under
 */
record PricedGroup(RenewalGroupId id, PlannedGroup plan, Quote.Priced quote) {

  Money total() {
    return quote.total();
  }

  /** Whether there is nothing to pay. */
  boolean isFree() {
    return total().isZero();
  }

  /** Whether it is charged at once; otherwise it is free, or waits for a payment method. */
  boolean isCharged() {
    return !isFree() && plan.method().isPresent();
  }

  /** The part of the quote for one line of a subscription. */
  Quote.PricedLine price(DueSubscription.Line line) {
    String key = PriceGroups.key(line);
    return quote.lines().stream().filter(priced -> priced.key().equals(key)).findFirst().get();
  }

  /** Sum of a subscription's lines, before tax. */
  Money amount(DueSubscription subscription) {
    return subscription.lines().stream()
        .map(line -> price(line).amount())
        .reduce(Money.zero(subscription.currency()), Money::plus);
  }

  /** Tax on a subscription's lines. */
  Money tax(DueSubscription subscription) {
    return subscription.lines().stream()
        .map(line -> price(line).tax())
        .reduce(Money.zero(subscription.currency()), Money::plus);
  }
}
