package org.evergreen.subscription;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a subscription's history.
 *
 * @param from the status before, empty for the first entry
 * @param to the status after
 * @param note in plain words, may be empty
 */
public record SubscriptionEvent(
    SubscriptionId subscription,
    Instant happenedAt,
    Actor actor,
    What what,
    Optional<SubscriptionStatus> from,
    SubscriptionStatus to,
    String note) {

  /** What happened. */
  public enum What {
    STARTED,
    RENEWED,
    RENEWAL_FAILED,
    RENEWAL_WAITING,
    RENEWAL_RETRY_REQUESTED,
    RENEWAL_PARKED,
    RENEWAL_UNPARKED,
    CANCELLED,
    CANCELLATION_UNDONE,
    ENDED
  }
}
