package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;

/**
 * Why a group is not paid, as far as it decides on what is done next.
 *
 * @param charge that failed or waits; empty when none was made
 * @param alive whether a charge waits for the shopper, so that no other may be made
 * @param restsUntil before when the card has been tried as often as its network allows
 */
record Failure(
    What what,
    DeclineClass declineClass,
    Optional<Charge> charge,
    boolean alive,
    Optional<Instant> restsUntil) {

  /** What happened. */
  enum What {
    /** A charge was refused. */
    DECLINED,
    /** A charge waits for the shopper to confirm it. */
    TO_CONFIRM,
    /** A charge was canceled at the gateway, or never reached it. */
    WITHDRAWN,
    /** The time for an attempt came, but none could be made. */
    NOT_TRIED
  }

  static Failure declined(Charge charge) {
    DeclineClass declineClass =
        charge.decline().map(Decline::declineClass).orElse(DeclineClass.TRY_LATER);
    return new Failure(What.DECLINED, declineClass, Optional.of(charge), false, Optional.empty());
  }

  static Failure toConfirm(Charge charge) {
    return new Failure(
        What.TO_CONFIRM, DeclineClass.NEEDS_SHOPPER, Optional.of(charge), true, Optional.empty());
  }

  static Failure withdrawn(Charge charge) {
    return new Failure(
        What.WITHDRAWN, DeclineClass.TRY_LATER, Optional.of(charge), false, Optional.empty());
  }

  /** There is nothing that could be charged. */
  static Failure withoutMethod() {
    return new Failure(
        What.NOT_TRIED, DeclineClass.NEEDS_NEW_METHOD, Optional.empty(), false, Optional.empty());
  }

  /** The shopper has still not confirmed. */
  static Failure unconfirmed() {
    return new Failure(
        What.NOT_TRIED, DeclineClass.NEEDS_SHOPPER, Optional.empty(), true, Optional.empty());
  }

  /** The card was tried as often as its network allows. */
  static Failure tiredCard(Instant until) {
    return new Failure(
        What.NOT_TRIED, DeclineClass.TRY_LATER, Optional.empty(), false, Optional.of(until));
  }

  /** The same of a card that has to rest. */
  Failure resting(Optional<Instant> until) {
    return new Failure(what, declineClass, charge, alive, until);
  }
}
