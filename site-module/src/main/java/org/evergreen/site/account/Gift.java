package org.evergreen.site.account;

import java.util.List;
import org.evergreen.site.words.Fact;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * A subscription as the one sees it who was given it: what he gets, not what it costs.
 *
 * @param title what it delivers
 * @param subtitle who gives it
 * @param address where it ships to, a line each; empty when nothing ships
 */
public record Gift(
    SubscriptionId id,
    SubscriptionStatus status,
    String title,
    String subtitle,
    List<Fact> facts,
    List<String> address) {}
