package org.evergreen.subscription;

import java.time.Instant;
import java.util.Objects;

/**
 * The time that a line has a right to and what was paid for it, as it was written down.
 *
 * @param startedAt when that time began
 * @param endsAt when the next payment was due at that moment; it may have been moved since
 * @param nextCycle the cycle of that payment; renewals from it on were paid later
 * @param subscriptionStartedAt since when the subscription's own term ran at that moment; a pause
 *     moves both
 */
public record LineTerm(
    Instant startedAt,
    Instant endsAt,
    LinePayment payment,
    int nextCycle,
    Instant subscriptionStartedAt) {

  public LineTerm {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(endsAt, "endsAt");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(subscriptionStartedAt, "subscriptionStartedAt");
  }
}
