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
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Renewals that were asked for before they were due and are not paid: nothing is owed for them, and
 * the subscription stands where it stood before, its cycle to be billed when it is due.
 */
final class EarlyOutcomes {

  private static final String NOT_PAID = "Asked for before it was due; nothing is owed for it. ";

  private static final String RESTORE =
      "update evergreen_subscription s set version = s.version + 1, open_group_id = null,"
          + " next_cycle = r.cycle, payments_left = s.payments_left + 1,"
          + " next_payment_at = case when s.status in ('ACTIVE', 'TRIALING')"
          // One more payment is still to be made after notice was given: it is this one then.
          + " or s.status = 'PENDING_CANCEL' and (s.next_payment_at is not null or v.late)"
          + " then r.due_at else s.next_payment_at end,"
          + " ends_at = case when s.status in ('ACTIVE', 'TRIALING') then null"
          + " when s.status = 'PENDING_CANCEL' and (s.next_payment_at is not null or v.late)"
          + " then r.term_end when s.status = 'PENDING_CANCEL' then r.due_at else s.ends_at end"
          + " from evergreen_renewal r, (values (?, ?)) v (group_id, late)"
          + " where r.group_id = v.group_id and r.voided_at is null and s.id = r.subscription_id";
  private static final String CANCEL =
      "update evergreen_renewal_group set status = 'CANCELED', problem = ?, retry_at = null"
          + " where id = ?";
  private static final String WAIT =
      "update evergreen_renewal_group set status = 'WAITING', problem = ?,"
          + " give_up_at = coalesce(give_up_at, ?) where id = ?";

  private final JdbcOperations jdbc;
  private final VoidRenewals voids;
  private final SubscriptionHistory history;
  private final SubscriptionQueries subscriptions;

  EarlyOutcomes(
      JdbcOperations jdbc,
      VoidRenewals voids,
      SubscriptionHistory history,
      SubscriptionQueries subscriptions) {
    this.jdbc = jdbc;
    this.voids = voids;
    this.history = history;
    this.subscriptions = subscriptions;
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
    boolean late =
        renewal.status() == SubscriptionStatus.PENDING_CANCEL
            && subscriptions.isCancelledTooLateFor(renewal.subscription(), renewal.dueAt());
    jdbc.update(RESTORE, renewal.group().value(), late);
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
