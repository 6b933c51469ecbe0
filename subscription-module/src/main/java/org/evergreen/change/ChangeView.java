package org.evergreen.change;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.Working;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;

/**
 * A change that was confirmed, as it is shown.
 *
 * @param summary what changes, in plain words
 * @param applyAt when it takes place, if it waits for the next payment
 * @param settledAt when its state became final
 * @param order of the host for what was due, once it is placed
 * @param orderNumber what shopper and merchant call that order
 * @param problem why it was refused, why its order is not placed yet, or why what it left over or
 *     what was paid for it is not paid back
 */
public record ChangeView(
    ChangeId id,
    SubscriptionId subscription,
    ChangeKind kind,
    ChangeState state,
    String summary,
    ChangeAmounts amounts,
    Working working,
    Instant askedAt,
    Actor askedBy,
    Optional<Instant> applyAt,
    Optional<Instant> settledAt,
    Optional<OrderId> order,
    Optional<String> orderNumber,
    Optional<String> problem) {}
