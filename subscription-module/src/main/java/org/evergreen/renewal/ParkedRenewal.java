package org.evergreen.renewal;

import java.time.Instant;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;

/**
 * A subscription whose renewal could not be priced.
 *
 * @param problem why, in the host's words
 */
public record ParkedRenewal(
    SubscriptionId subscription,
    CustomerId customer,
    Instant dueAt,
    Instant parkedAt,
    String problem) {}
