package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Decline;

/**
 * What became known of a group.
 *
 * @param becomes its new status
 * @param problem why it is not paid, in plain words
 * @param failure what decides on how it goes on; empty when it is paid, or waits for the shopper to
 *     pay it by hand whenever he likes
 */
record GroupOutcome(
    RenewalGroupId group,
    RenewalGroupStatus becomes,
    Optional<String> problem,
    Optional<Failure> failure) {

  static final String NO_METHOD = "There is no stored payment method to charge.";
  static final String BY_HAND = "Automatic renewal is off, so this payment is made by hand.";
  private static final String CONFIRM = "The shopper must confirm the payment with his bank.";
  private static final String TIRED =
      "The card was refused so often that its network allows no further attempt for now.";
  static final String REFUSED = "This payment method will not work; another one is needed.";
  private static final String GIVEN_UP = "The charge was given up before it was confirmed.";
  private static final String DECLINED = "The charge was declined.";

  static GroupOutcome paid(RenewalGroupId group) {
    return new GroupOutcome(group, RenewalGroupStatus.PAID, Optional.empty(), Optional.empty());
  }

  /** Waits for the shopper to pay it by hand. */
  static GroupOutcome waiting(RenewalGroupId group, String problem) {
    return new GroupOutcome(
        group, RenewalGroupStatus.WAITING, Optional.of(problem), Optional.empty());
  }

  /** Another step of the ladder has come, but there is nothing that could be charged. */
  static GroupOutcome withoutMethod(RenewalGroupId group, String problem) {
    return waiting(group, problem, Failure.withoutMethod());
  }

  /** The same, because the card will not work. */
  static GroupOutcome refusedCard(RenewalGroupId group) {
    return unpaid(group, REFUSED, Failure.withoutMethod());
  }

  /** The same, because the card has to rest. */
  static GroupOutcome tiredCard(RenewalGroupId group, Instant until) {
    return unpaid(group, TIRED, Failure.tiredCard(until));
  }

  /** The same, because the shopper has not confirmed the charge. */
  static GroupOutcome unconfirmed(RenewalGroupId group) {
    return waiting(group, CONFIRM, Failure.unconfirmed());
  }

  /** What a charge that moved means for its group; empty while its result is still to come. */
  static Optional<GroupOutcome> of(RenewalGroupId group, Charge charge) {
    return switch (charge.state()) {
      case SUCCEEDED -> Optional.of(paid(group));
      case DECLINED -> Optional.of(unpaid(group, why(charge), Failure.declined(charge)));
      case CANCELED -> Optional.of(unpaid(group, GIVEN_UP, Failure.withdrawn(charge)));
      case ACTION_REQUIRED -> Optional.of(waiting(group, CONFIRM, Failure.toConfirm(charge)));
      case OPEN, SUBMITTED, PROCESSING -> Optional.empty();
    };
  }

  /** Whether a charge waits for the shopper to confirm it with his bank. */
  boolean isAskedByTheBank() {
    return failure.filter(Failure::alive).isPresent();
  }

  /** Whether a charge was canceled at the gateway, or never reached it. */
  boolean isWithdrawn() {
    return failure.filter(why -> why.what() == Failure.What.WITHDRAWN).isPresent();
  }

  private static GroupOutcome unpaid(RenewalGroupId group, String problem, Failure failure) {
    return new GroupOutcome(
        group, RenewalGroupStatus.UNPAID, Optional.of(problem), Optional.of(failure));
  }

  private static GroupOutcome waiting(RenewalGroupId group, String problem, Failure failure) {
    return new GroupOutcome(
        group, RenewalGroupStatus.WAITING, Optional.of(problem), Optional.of(failure));
  }

  private static String why(Charge charge) {
    return charge.decline().map(Decline::message).orElse(DECLINED);
  }
}
