package org.evergreen.change;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.Working;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;

/**
 * A change as it is kept from its confirmation on.
 *
 * @param standing of the subscription for which it was worked out; empty when that was not kept
 */
record ChangeRow(
    ChangeId id,
    SubscriptionId subscription,
    CustomerId customer,
    ChangeState state,
    ChangeRequest request,
    PlannedChange plan,
    Working working,
    Instant askedAt,
    Actor askedBy,
    Optional<Instant> applyAt,
    Optional<Instant> settledAt,
    Optional<OrderId> order,
    Optional<String> orderNumber,
    Optional<String> problem,
    Optional<String> standing) {

  String summary() {
    return plan.summary();
  }

  ChangeView view() {
    return new ChangeView(
        id,
        subscription,
        plan.kind(),
        state,
        plan.summary(),
        plan.amounts(),
        working,
        askedAt,
        askedBy,
        applyAt,
        settledAt,
        order,
        orderNumber,
        problem);
  }
}
