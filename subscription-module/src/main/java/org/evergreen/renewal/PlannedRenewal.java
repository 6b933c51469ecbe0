package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One renewal of a subscription, and where the subscription stands after it.
 *
 * @param cycle the cycle that is billed
 * @param dueAt when that cycle was due
 * @param termEnd end of the term that it pays for
 * @param paymentsLeft payments to come after it; empty for no end
 */
record PlannedRenewal(
    DueSubscription subscription,
    int cycle,
    Instant dueAt,
    Instant termEnd,
    OptionalInt paymentsLeft) {

  /**
   * The renewal to bill now. Cycles that were missed as a whole are left out: only the current one
   * is billed.
   */
  static PlannedRenewal of(DueSubscription subscription, Instant now) {
    int next = subscription.nextCycle();
    int cycle = subscription.schedule().currentCycle(next, now);
    OptionalInt left = subscription.paymentsLeft();
    return new PlannedRenewal(
        subscription,
        cycle,
        cycle == next ? subscription.nextPaymentAt() : subscription.schedule().payment(cycle),
        subscription.schedule().payment(cycle + 1),
        left.isPresent() ? OptionalInt.of(left.getAsInt() - 1) : left);
  }

  /** When the payment after this one is due; empty when this was the last. */
  Optional<Instant> nextPaymentAt() {
    return isLast() ? Optional.empty() : Optional.of(termEnd);
  }

  /** When the subscription is over; empty while payments are to come. */
  Optional<Instant> endsAt() {
    return isLast() ? Optional.of(termEnd) : Optional.empty();
  }

  private boolean isLast() {
    return paymentsLeft.isPresent() && paymentsLeft.getAsInt() <= 0;
  }
}
