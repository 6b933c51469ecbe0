package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;

/**
 * A subscription whose renewal could not be priced.
 *
 * @param problem why, in the host's words
 * @param againAt when it is tried again by itself; empty when a merchant must look
 */
public record ParkedRenewal(
    SubscriptionId subscription,
    CustomerId customer,
    Instant dueAt,
    Instant parkedAt,
    String problem,
    Optional<Instant> againAt) {}
