package org.evergreen.dunning;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.DeclineClass;

/**
 * An attempt to take a payment that failed, as far as it decides on what is done next.
 *
 * @param declineClass why it failed; {@link DeclineClass#NEEDS_SHOPPER} for a charge that waits for
 *     the shopper to confirm it
 * @param stepsTaken how many steps of the ladder had begun before
 * @param networkWait how long the card's network wants nobody to try again
 * @param cardRestsUntil before when the card has been tried as often as its network allows
 * @param shopsFaults how many attempts at this payment have failed by the shop's fault, with this
 *     one
 */
public record FailedAttempt(
    DeclineClass declineClass,
    int stepsTaken,
    Optional<Duration> networkWait,
    Optional<Instant> cardRestsUntil,
    int shopsFaults) {

  public FailedAttempt {
    Objects.requireNonNull(declineClass, "declineClass");
    if (stepsTaken < 0) {
      throw new IllegalArgumentException("No fewer than 0 steps were taken, not " + stepsTaken);
    }
  }

  /** One to which the card's network has nothing to say. */
  public static FailedAttempt of(DeclineClass declineClass, int stepsTaken) {
    return new FailedAttempt(
        declineClass,
        stepsTaken,
        Optional.empty(),
        Optional.empty(),
        declineClass == DeclineClass.OUR_FAULT ? 1 : 0);
  }
}
