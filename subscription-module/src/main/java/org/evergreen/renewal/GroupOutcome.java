package org.evergreen.renewal;

import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Decline;

/**
 * What became known of a group.
 *
 * @param becomes its new status
 * @param problem why it is not paid, in plain words
 * @param news whether it is told; what the shopper did himself is not
 */
record GroupOutcome(
    RenewalGroupId group, RenewalGroupStatus becomes, Optional<String> problem, boolean news) {

  static final String NO_METHOD = "There is no stored payment method to charge.";
  static final String BY_HAND = "Automatic renewal is off, so this payment is made by hand.";
  private static final String CONFIRM = "The shopper must confirm the payment with his bank.";
  private static final String GIVEN_UP = "The charge was given up before it was confirmed.";
  private static final String DECLINED = "The charge was declined.";

  static GroupOutcome paid(RenewalGroupId group) {
    return new GroupOutcome(group, RenewalGroupStatus.PAID, Optional.empty(), true);
  }

  static GroupOutcome waiting(RenewalGroupId group, String problem) {
    return new GroupOutcome(group, RenewalGroupStatus.WAITING, Optional.of(problem), true);
  }

  /** What a charge that moved means for its group; empty while its result is still to come. */
  static Optional<GroupOutcome> of(RenewalGroupId group, Charge charge) {
    return switch (charge.state()) {
      case SUCCEEDED -> Optional.of(paid(group));
      case DECLINED -> Optional.of(unpaid(group, why(charge), true));
      case CANCELED -> Optional.of(unpaid(group, GIVEN_UP, false));
      case ACTION_REQUIRED -> Optional.of(waiting(group, CONFIRM));
      case OPEN, SUBMITTED, PROCESSING -> Optional.empty();
    };
  }

  private static GroupOutcome unpaid(RenewalGroupId group, String problem, boolean news) {
    return new GroupOutcome(group, RenewalGroupStatus.UNPAID, Optional.of(problem), news);
  }

  private static String why(Charge charge) {
    return charge.decline().map(Decline::message).orElse(DECLINED);
  }
}
