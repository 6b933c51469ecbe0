package org.evergreen.payment;

import java.time.Instant;

/**
 * Something that happened at a gateway: which object it is about, not what became of that. Whoever
 * handles it reads the object again at the gateway, so that the order of events and repetitions do
 * not matter.
 *
 * @param id the gateway's key of the event; an event that comes again has the same
 * @param type the gateway's name of what happened, for example {@code payment_intent.succeeded}
 * @param objectId the gateway's key of the object that it happened to; may be empty for {@link
 *     Kind#OTHER}
 */
public record GatewayEvent(String id, Kind kind, String type, String objectId, Instant happenedAt) {

  /** What sort of object an event is about. */
  public enum Kind {
    /** A payment succeeded, failed, is under way, waits for the shopper or was given up. */
    CHARGE,
    /**
     * Money was given back, or that came to an end. The object is the refund, or the payment out of
     * which it came: {@link PaymentGateway#refunds} reads both.
     */
    REFUND,
    /** A cardholder contests a payment at his bank, or that came to an end. */
    DISPUTE,
    /** A shopper stored a payment method, or failed to. */
    SETUP,
    /** A stored payment method was changed, by the shopper or his bank, or removed. */
    METHOD,
    /** The shopper's consent to debits changed. */
    MANDATE,
    /** Something that the shop does not act on. */
    OTHER
  }
}
