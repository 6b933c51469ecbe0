package org.evergreen.site.account;

import java.util.List;
import org.evergreen.site.words.Fact;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * A subscription in the list.
 *
 * @param title what it delivers
 * @param subtitle its number and how often it is paid
 * @param facts what comes next, amount, payment method
 */
public record SubscriptionOverview(
    SubscriptionId id,
    SubscriptionStatus status,
    String title,
    String subtitle,
    List<Fact> facts) {}
