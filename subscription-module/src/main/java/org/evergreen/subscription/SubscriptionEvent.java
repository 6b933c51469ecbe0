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
    /** The first order of what was waiting for it is paid. */
    ACTIVATED,
    RENEWED,
    /** Payments that were missed are not asked for. */
    CYCLES_LEFT_OUT,
    RENEWAL_FAILED,
    RENEWAL_WAITING,
    /** Somebody asked for the first payment of a renewal himself. */
    PAYMENT_REQUESTED,
    RENEWAL_RETRY_REQUESTED,
    RENEWAL_PARKED,
    RENEWAL_UNPARKED,
    PAUSED,
    RESUMED,
    SKIPPED,
    DATE_MOVED,
    METHOD_CHANGED,
    ADDRESS_CHANGED,
    AUTOMATIC_RENEWAL_ON,
    AUTOMATIC_RENEWAL_OFF,
    /** Plan, products or quantities are others now; the note says which. */
    CHANGED,
    /** A change was asked for that comes with a later payment. */
    CHANGE_SCHEDULED,
    /** A change was given up, by the shopper or because it was not paid. */
    CHANGE_WITHDRAWN,
    /** The shopper was credited an amount; the note says for what. */
    CREDITED,
    DISCOUNT_ADDED,
    REFUNDED,
    /** An amount that was refunded came back; the note says how much. */
    REFUND_FAILED,
    /** A new subscription goes on from this one. */
    RESUBSCRIBED,
    CANCELLED,
    CANCELLATION_UNDONE,
    ENDED
  }
}
