package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionHistory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Renewals that were asked for before they were due and are not paid: nothing is owed for them, and
 * the subscription stands where it stood before, its cycle to be billed when it is due.
 */
final class EarlyOutcomes {

  private static final String NOT_PAID = "Asked for before it was due; nothing is owed for it. ";

  private static final String CANCEL =
      "update evergreen_renewal_group set status = 'CANCELED', problem = ?, retry_at = null"
          + " where id = ?";
  private static final String WAIT =
      "update evergreen_renewal_group set status = 'WAITING', problem = ?,"
          + " give_up_at = coalesce(give_up_at, ?) where id = ?";

  private final JdbcOperations jdbc;
  private final VoidRenewals voids;
  private final RestoreCycles cycles;
  private final SubscriptionHistory history;

  EarlyOutcomes(
      JdbcOperations jdbc, VoidRenewals voids, RestoreCycles cycles, SubscriptionHistory history) {
    this.jdbc = jdbc;
    this.voids = voids;
    this.cycles = cycles;
    this.history = history;
  }

  /** Sees to early renewals that are not paid; answers all others. */
  List<AffectedRenewal> withoutUnpaid(
      List<AffectedRenewal> renewals, Map<RenewalGroupId, GroupOutcome> outcomes, Instant now) {
    List<AffectedRenewal> others = new ArrayList<>(renewals.size());
    for (AffectedRenewal renewal : renewals) {
      GroupOutcome outcome = outcomes.get(renewal.group());
      if (!renewal.early() || outcome.becomes() == RenewalGroupStatus.PAID) {
        others.add(renewal);
      } else if (outcome.becomes() == RenewalGroupStatus.WAITING) {
        // The subscription is not touched: the charge is confirmed, or given up soon.
        Timestamp giveUpAt = renewal.status().isOver() ? Timestamp.from(now) : null;
        jdbc.update(WAIT, outcome.problem().orElse(null), giveUpAt, renewal.group().value());
      } else {
        revert(renewal, outcome.problem(), now);
      }
    }
    return others;
  }

  private void revert(AffectedRenewal renewal, Optional<String> problem, Instant now) {
    cycles.restore(renewal);
    voids.voidAll(List.of(renewal.group()));
    jdbc.update(CANCEL, problem.orElse(null), renewal.group().value());
    history.append(
        List.of(
            new SubscriptionEvent(
                renewal.subscription(),
                now,
                Actor.gateway(),
                What.RENEWAL_FAILED,
                Optional.of(renewal.status()),
                renewal.status(),
                NOT_PAID + problem.orElse(""))));
  }
}
