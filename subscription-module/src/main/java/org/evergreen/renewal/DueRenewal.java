package org.evergreen.renewal;

import java.time.Instant;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A renewal that comes next.
 *
 * @param amount of its lines, before tax and shipping
 */
public record DueRenewal(
    SubscriptionId subscription, CustomerId customer, Instant dueAt, Money amount) {}
