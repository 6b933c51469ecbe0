package org.evergreen.renewal;

import java.util.List;
import java.util.Map;
import org.evergreen.payment.Charge;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Quote;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A group with the price that the host gave it, and the credit that pays a part of it.
 *
 * @param id the key that it will be stored under
 * @param credits what of the price each subscription's credit pays; one without any is left out
 */
record PricedGroup(
    RenewalGroupId id, PlannedGroup plan, Quote.Priced quote, Map<SubscriptionId, Money> credits) {

  static PricedGroup of(RenewalGroupId id, PlannedGroup plan, Quote.Priced quote) {
    PricedGroup uncredited = new PricedGroup(id, plan, quote, Map.of());
    boolean credited = plan.renewals().stream().anyMatch(r -> !credit(r).isZero());
    return credited ? new PricedGroup(id, plan, quote, CreditUse.of(uncredited)) : uncredited;
  }

  private static Money credit(PlannedRenewal renewal) {
    return renewal.subscription().paying().credit();
  }

  PricedGroup confirmed(String token) {
    return new PricedGroup(id, plan.confirmed(token), quote, credits);
  }

  /** The order's total, of which credit may pay a part. */
  Money total() {
    return quote.total();
  }

  /** What of the total is paid by credit. */
  Money credit() {
    return credits.values().stream().reduce(Money.zero(plan.currency()), Money::plus);
  }

  /** What of a subscription's part is paid by its credit. */
  Money credit(DueSubscription subscription) {
    Money credit = credits.get(subscription.id());
    return credit == null ? Money.zero(subscription.currency()) : credit;
  }

  /** What is left to be charged. */
  Money toPay() {
    return credits.isEmpty() ? total() : total().minus(credit());
  }

  /** Whether there is nothing to charge. */
  boolean isFree() {
    return toPay().isZero();
  }

  /** Whether it is charged at once; otherwise it is free, or waits for the shopper. */
  boolean isCharged() {
    return !isFree() && plan.method().isPresent();
  }

  /** The request for its order, when a charge has paid it. */
  OrderRequest order(Charge paid) {
    return new OrderRequest(
        id.reference(),
        PriceGroups.request(id, plan),
        quote,
        credit(),
        paid.gateway(),
        paid.gatewayReference().orElse(""),
        paid.settledAt().orElseThrow());
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

  /** The subscriptions with what shipping is shared by. */
  List<ShippingShares.Part> parts() {
    return plan.renewals().stream()
        .map(PlannedRenewal::subscription)
        .map(s -> new ShippingShares.Part(s.id(), amount(s), s.isShippedAtACharge()))
        .toList();
  }
}
