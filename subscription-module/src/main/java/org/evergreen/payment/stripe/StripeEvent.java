package org.evergreen.payment.stripe;

import java.time.Instant;

/**
 * Something that happened at Stripe: which object it is about, not what became of that. Whoever
 * handles it reads the object again, so that the order of events and repetitions do not matter.
 */
public sealed interface StripeEvent {

  /** Stripe's key of the event; an event that comes again has the same. */
  String id();

  /** Stripe's name of what happened, for example {@code payment_intent.succeeded}. */
  String type();

  /** When it happened. */
  Instant created();

  /** Stripe's key of the object that it happened to. */
  String objectId();

  /** A payment succeeded, failed, is under way, waits for the shopper or was given up. */
  record PaymentIntentChanged(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** Money was given back out of a charge. */
  record ChargeRefunded(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** A refund was made, worked out or failed. */
  record RefundChanged(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** A shopper disputes a charge with his bank, or that came to an end. */
  record DisputeChanged(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** A shopper stored a payment method, or failed to. */
  record SetupIntentChanged(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** A stored payment method was changed, by the shopper or his bank, or removed. */
  record PaymentMethodChanged(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** The shopper's consent to debits changed. */
  record MandateChanged(String id, String type, Instant created, String objectId)
      implements StripeEvent {}

  /** Something that the shop does not act on; the object may be any or have no key. */
  record Other(String id, String type, Instant created, String objectId) implements StripeEvent {}
}
