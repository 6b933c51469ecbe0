package org.evergreen.payment;

import java.time.Duration;

/**
 * Timings of charging.
 *
 * @param inFlight requests that this node has under way at the gateway at once, at most
 * @param recoverAfter how long an answer may be out before recovery asks for it; longer than the
 *     longest time-out of a gateway call
 * @param keyLife how long the gateway surely remembers an idempotency key; an unknown charge is not
 *     asked for again after it
 * @param processingPoll how often a charge that takes days, or waits for the shopper, is looked up,
 *     should the gateway's word of it get lost
 */
public record PaymentSettings(
    int inFlight, Duration recoverAfter, Duration keyLife, Duration processingPoll) {

  public PaymentSettings {
    if (inFlight < 1) {
      throw new IllegalArgumentException(
          "At least one request must be allowed in flight, not " + inFlight);
    }
    if (recoverAfter.isNegative() || recoverAfter.isZero()) {
      throw new IllegalArgumentException(
          "An answer must be out for some time before it is asked for, not " + recoverAfter);
    }
  }

  /** 16 in flight, recovery after 5 minutes, keys for 23 hours, a look-up every 6 hours. */
  public static PaymentSettings defaults() {
    return new PaymentSettings(
        16, Duration.ofMinutes(5), Duration.ofHours(23), Duration.ofHours(6));
  }
}
