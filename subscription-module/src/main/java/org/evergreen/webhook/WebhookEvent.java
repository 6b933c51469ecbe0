package org.evergreen.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a gateway told the shop. Only what it is about is kept, not what the gateway said
 * of it: that is read again.
 *
 * @param eventId the gateway's key of the event; an event that comes again has the same
 * @param type the gateway's name of what happened, for example {@code payment_intent.succeeded}
 * @param objectId the gateway's key of the object that it happened to; empty if it has none
 * @param happenedAt at the gateway, in UTC
 * @param attempts how often it was tried since it came or was last asked for again
 * @param nextAt when it is tried; empty when it is over
 * @param settledAt when it was over
 * @param problem why it was not done at the first attempt or ignored; in plain words, without
 *     personal data
 */
public record WebhookEvent(
    long id,
    String gateway,
    String eventId,
    String type,
    String objectId,
    Instant happenedAt,
    Instant receivedAt,
    WebhookState state,
    int attempts,
    Optional<Instant> nextAt,
    Optional<Instant> settledAt,
    Optional<String> problem) {

  @Override
  public String toString() {
    return type + " " + eventId + " of " + gateway;
  }
}
