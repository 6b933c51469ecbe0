package org.evergreen.subscription;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where a subscription stands after an action: what a page shows before the shopper confirms.
 *
 * @param nextPaymentAt empty when it will not be renewed
 * @param payments the next five payments, fewer when fewer are left
 * @param pausedUntil when it is resumed by itself
 * @param endsAt when it is over; with a next payment before it, when that payment is still made
 */
public record Outlook(
    SubscriptionStatus status,
    Optional<Instant> nextPaymentAt,
    List<Instant> payments,
    Optional<Instant> pausedUntil,
    Optional<Instant> endsAt) {

  private static final int PAYMENTS = 5;

  static Outlook of(Timeline timeline, ZoneId zone) {
    return new Outlook(
        timeline.status,
        Optional.ofNullable(timeline.nextPaymentAt),
        timeline.upcoming(zone, PAYMENTS),
        Optional.ofNullable(timeline.pausedUntil),
        Optional.ofNullable(timeline.endsAt));
  }
}
