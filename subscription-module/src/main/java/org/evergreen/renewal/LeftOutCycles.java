package org.evergreen.renewal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.evergreen.calendar.DueCycle;
import org.evergreen.settings.BillingRules.MissedCycles;

/**
 * Payments of a subscription that were missed and are not asked for, because the merchant wants it
 * so.
 *
 * @param next the cycle with which billing goes on
 */
record LeftOutCycles(DueSubscription subscription, int next) {

  /** Of those subscriptions of which no cycle is billed now. */
  static List<LeftOutCycles> of(
      Collection<DueSubscription> subscriptions, Instant now, MissedCycles missed) {
    return missed == MissedCycles.NONE
        ? subscriptions.stream()
            .map(s -> new Found(s, PlannedRenewal.dueCycle(s.dates(), now, missed)))
            .filter(found -> found.cycle().bill().isEmpty())
            .map(found -> new LeftOutCycles(found.subscription(), found.cycle().next()))
            .toList()
        : List.of();
  }

  private record Found(DueSubscription subscription, DueCycle cycle) {}

  Instant nextPaymentAt() {
    return subscription.dates().schedule().payment(next);
  }

  /** How many payments are not asked for. */
  int count() {
    return next - subscription.dates().nextCycle();
  }
}
