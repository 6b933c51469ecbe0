package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.DueCycle;
import org.evergreen.settings.BillingRules.MissedCycles;

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

  /** The renewal to bill now; empty when none is, because cycles were missed and are left out. */
  static Optional<PlannedRenewal> of(
      DueSubscription subscription, Instant now, MissedCycles missed) {
    DueCycle due = dueCycle(subscription.dates(), now, missed);
    return due.bill().isPresent()
        ? Optional.of(ofCycle(subscription, due.bill().getAsInt()))
        : Optional.empty();
  }

  /** The renewal of the next cycle, whenever it is due. */
  static PlannedRenewal next(DueSubscription subscription) {
    return ofCycle(subscription, subscription.dates().nextCycle());
  }

  static DueCycle dueCycle(DueSubscription.Dates dates, Instant now, MissedCycles missed) {
    if (dates.cancelled()) {
      // What was cancelled too late for its next payment owes that one and no other.
      return DueCycle.each(dates.nextCycle());
    }
    return switch (missed) {
      case CURRENT_ONLY -> DueCycle.currentOnly(dates.schedule(), dates.nextCycle(), now);
      case EACH -> DueCycle.each(dates.nextCycle());
      case NONE -> DueCycle.none(dates.schedule(), dates.nextCycle(), now);
    };
  }

  private static PlannedRenewal ofCycle(DueSubscription subscription, int cycle) {
    DueSubscription.Dates dates = subscription.dates();
    OptionalInt left = dates.paymentsLeft();
    return new PlannedRenewal(
        subscription,
        cycle,
        cycle == dates.nextCycle() ? dates.nextPaymentAt() : dates.schedule().payment(cycle),
        dates.schedule().payment(cycle + 1),
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
    boolean allMade = paymentsLeft.isPresent() && paymentsLeft.getAsInt() <= 0;
    return allMade || subscription.dates().cancelled();
  }
}
