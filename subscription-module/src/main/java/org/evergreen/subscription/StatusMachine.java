package org.evergreen.subscription;

import static org.evergreen.subscription.SubscriptionStatus.ACTIVE;
import static org.evergreen.subscription.SubscriptionStatus.CANCELLED;
import static org.evergreen.subscription.SubscriptionStatus.EXPIRED;
import static org.evergreen.subscription.SubscriptionStatus.PAST_DUE;
import static org.evergreen.subscription.SubscriptionStatus.PAUSED;
import static org.evergreen.subscription.SubscriptionStatus.PENDING;
import static org.evergreen.subscription.SubscriptionStatus.PENDING_CANCEL;
import static org.evergreen.subscription.SubscriptionStatus.TRIALING;

import java.util.Map;
import java.util.Set;

/** Which status may follow which. */
public final class StatusMachine {

  private static final Map<SubscriptionStatus, Set<SubscriptionStatus>> NEXT =
      Map.of(
          PENDING, Set.of(TRIALING, ACTIVE, CANCELLED),
          TRIALING, Set.of(ACTIVE, PAST_DUE, PAUSED, PENDING_CANCEL, CANCELLED),
          ACTIVE, Set.of(PAST_DUE, PAUSED, PENDING_CANCEL, CANCELLED, EXPIRED),
          PAST_DUE, Set.of(ACTIVE, PAUSED, PENDING_CANCEL, CANCELLED),
          PAUSED, Set.of(TRIALING, ACTIVE, PENDING_CANCEL, CANCELLED),
          PENDING_CANCEL, Set.of(TRIALING, ACTIVE, CANCELLED),
          CANCELLED, Set.of(),
          EXPIRED, Set.of());

  private StatusMachine() {}

  /** Whether a subscription may go from one status to the other. */
  public static boolean allows(SubscriptionStatus from, SubscriptionStatus to) {
    return NEXT.get(from).contains(to);
  }

  /** The statuses that may follow. */
  public static Set<SubscriptionStatus> after(SubscriptionStatus from) {
    return NEXT.get(from);
  }

  /**
   * Lets an allowed transition pass.
   *
   * @throws TransitionRefusedException if it is not in the table
   */
  public static void require(SubscriptionStatus from, SubscriptionStatus to) {
    if (!allows(from, to)) {
      String reason = from.isOver() ? "it is over" : "it " + StatusInWords.is(from);
      throw TransitionRefusedException.because(from, to, reason);
    }
  }
}
