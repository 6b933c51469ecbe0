package org.evergreen.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.time.ShopTime;

/**
 * Renewals that were taken along with others before their own day, when the payment fails: nothing
 * is owed for them before that day, so they are let go and charged then.
 */
final class TakenAlong {

  private static final String NOTE =
      "The payment that it was to be part of failed; nothing is owed before its own day.";

  private final RestoreCycles cycles;
  private final VoidRenewals voids;
  private final SubscriptionHistory history;
  private final ShopTime time;

  TakenAlong(RestoreCycles cycles, VoidRenewals voids, SubscriptionHistory history, ShopTime time) {
    this.cycles = cycles;
    this.voids = voids;
    this.history = history;
    this.time = time;
  }

  /**
   * Whether a renewal is not due yet, so that its subscription stays as it is whatever became of
   * the payment.
   */
  boolean isAhead(AffectedRenewal renewal, GroupOutcome outcome) {
    LocalDate due = time.dateOf(renewal.dueAt());
    return outcome.becomes() != RenewalGroupStatus.PAID && due.isAfter(time.today());
  }

  /**
   * Lets those go that are not due yet. A charge that waits for the shopper may still pay them;
   * they stay in its group, unless one is over: then it is given up.
   *
   * @return the groups that have become smaller
   */
  Set<RenewalGroupId> letGo(
      List<AffectedRenewal> ahead, Map<RenewalGroupId, GroupOutcome> outcomes, Instant now) {
    voids.giveUp(
        ahead.stream()
            .filter(renewal -> renewal.status().isOver())
            .map(AffectedRenewal::subscription)
            .toList());
    List<AffectedRenewal> failed =
        ahead.stream()
            .filter(renewal -> outcomes.get(renewal.group()).becomes() == RenewalGroupStatus.UNPAID)
            .toList();
    failed.forEach(renewal -> letGo(renewal, now));
    return failed.stream().map(AffectedRenewal::group).collect(Collectors.toSet());
  }

  private void letGo(AffectedRenewal renewal, Instant now) {
    cycles.restore(renewal);
    voids.voidOwed(List.of(renewal.subscription()));
    history.append(
        List.of(
            new SubscriptionEvent(
                renewal.subscription(),
                now,
                Actor.gateway(),
                What.RENEWAL_FAILED,
                Optional.of(renewal.status()),
                renewal.status(),
                NOTE)));
  }
}
