package org.evergreen.download;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * What of a subscription decides on its files.
 *
 * @param overdueSince when the payment was due that failed; empty unless it is past due and the
 *     retry ladder leaves access
 */
public record Subscriber(
    SubscriptionStatus status,
    Instant startedAt,
    Optional<Instant> lastPaymentAt,
    Optional<Instant> overdueSince) {

  /**
   * As a subscription stands now.
   *
   * @param overdueWithAccess whether it is past due and the retry ladder leaves access
   */
  public static Subscriber of(Subscription subscription, boolean overdueWithAccess) {
    return new Subscriber(
        subscription.status(),
        subscription.startedAt(),
        subscription.lastPaymentAt(),
        subscription.paidUntil().filter(end -> overdueWithAccess));
  }
}
