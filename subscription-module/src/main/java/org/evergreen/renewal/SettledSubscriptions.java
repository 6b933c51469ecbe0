package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes what the outcomes of groups mean for the subscriptions in them, in the transaction that
 * settles the groups.
 */
final class SettledSubscriptions {

  private record SubscriptionRow(SubscriptionOutcome outcome, Instant now) {

    private Instant lastPaymentAt() {
      return outcome.paid().isPresent() ? now : null;
    }

    private Integer payments() {
      return outcome.paid().isPresent() ? 1 : 0;
    }

    private Long method() {
      return outcome.method().map(PaymentMethodId::value).orElse(null);
    }
  }

  private static final Columns<SubscriptionRow> SUBSCRIPTION =
      Columns.<SubscriptionRow>of()
          .bigint("id", row -> row.outcome().id().value())
          .text("status", row -> row.outcome().to().name())
          .integer("payments", SubscriptionRow::payments)
          .timestamp("last_payment_at", SubscriptionRow::lastPaymentAt)
          .timestamp("term_started_at", row -> row.outcome().termStartedAt(row.now()).orElse(null))
          .timestamp("paid_until", row -> row.outcome().paidUntil().orElse(null))
          .bigint("payment_method_id", SubscriptionRow::method)
          .timestamp("ends_at", row -> row.outcome().endsAt().orElse(null));
  private static final String WRITE_SUBSCRIPTIONS =
      "update evergreen_subscription s set status = v.status, version = s.version + 1,"
          + " open_group_id = null, payments_made = s.payments_made + v.payments,"
          + " last_payment_at = coalesce(v.last_payment_at, s.last_payment_at),"
          + " term_started_at = coalesce(v.term_started_at, s.term_started_at),"
          + " paid_until = coalesce(v.paid_until, s.paid_until),"
          + " payment_method_id = coalesce(v.payment_method_id, s.payment_method_id),"
          + " ends_at = coalesce(v.ends_at, s.ends_at) from "
          + SUBSCRIPTION.rows()
          + " where s.id = v.id";

  private final JdbcOperations jdbc;
  private final SubscriptionHistory history;
  private final VoidRenewals voids;
  private final RestartSchedules restarts;

  SettledSubscriptions(
      JdbcOperations jdbc,
      SubscriptionHistory history,
      VoidRenewals voids,
      RestartSchedules restarts) {
    this.jdbc = jdbc;
    this.history = history;
    this.voids = voids;
    this.restarts = restarts;
  }

  void write(
      List<AffectedRenewal> renewals, Map<RenewalGroupId, GroupOutcome> byGroup, Instant now) {
    List<SubscriptionOutcome> outcomes =
        renewals.stream()
            .map(renewal -> SubscriptionOutcome.of(renewal, byGroup.get(renewal.group()), now))
            .toList();
    List<SubscriptionRow> rows =
        outcomes.stream().map(outcome -> new SubscriptionRow(outcome, now)).toList();
    SUBSCRIPTION.update(jdbc, WRITE_SUBSCRIPTIONS, rows);
    restarts.restart(outcomes, now);
    history.append(outcomes.stream().map(outcome -> outcome.event(now)).toList());
    List<SubscriptionId> cancelled =
        outcomes.stream()
            .filter(SubscriptionOutcome::owesNothing)
            .map(SubscriptionOutcome::id)
            .toList();
    voids.voidOwed(cancelled);
    voids.giveUp(
        outcomes.stream()
            .filter(outcome -> outcome.paid().isEmpty() && outcome.to().isOver())
            .map(SubscriptionOutcome::id)
            .toList());
  }
}
