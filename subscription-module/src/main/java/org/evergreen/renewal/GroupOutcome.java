package org.evergreen.renewal;

import java.util.Optional;
import org.evergreen.payment.Charge;

/**
 * What became known of a group.
 *
 * @param becomes its new status
 * @param problem why it is not paid, in plain words
 */
record GroupOutcome(RenewalGroupId group, RenewalGroupStatus becomes, Optional<String> problem) {

  static final String NO_METHOD = "There is no stored payment method to charge.";
  private static final String CONFIRM = "The shopper must confirm the payment with his bank.";
  private static final String DECLINED = "The charge was declined.";

  static GroupOutcome paid(RenewalGroupId group) {
    return new GroupOutcome(group, RenewalGroupStatus.PAID, Optional.empty());
  }

  static GroupOutcome waiting(RenewalGroupId group, String problem) {
    return new GroupOutcome(group, RenewalGroupStatus.WAITING, Optional.of(problem));
  }

  /** What a charge that moved means for its group; empty while its result is still to come. */
  static Optional<GroupOutcome> of(RenewalGroupId group, Charge charge) {
    return switch (charge.state()) {
      case SUCCEEDED -> Optional.of(paid(group));
      case DECLINED, CANCELED ->
          Optional.of(
              new GroupOutcome(
                  group,
                  RenewalGroupStatus.UNPAID,
                  charge
                      .decline()
                      .map(decline -> decline.message())
                      .or(() -> Optional.of(DECLINED))));
      case ACTION_REQUIRED -> Optional.of(waiting(group, CONFIRM));
      case OPEN, SUBMITTED, PROCESSING -> Optional.empty();
    };
  }
}
