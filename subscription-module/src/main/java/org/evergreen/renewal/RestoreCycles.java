package org.evergreen.renewal;

import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Puts subscriptions back to a cycle that was to be paid before its day and was not. One that was
 * cancelled meanwhile ends on that day, unless the notice came too late for that payment: then it
 * is made on its day, as the last one. Whoever cancelled after that day owes nothing for it, as
 * with every payment that is under way when its subscription is cancelled.
 */
final class RestoreCycles {

  private static final String RESTORE =
      "update evergreen_subscription s set version = s.version + 1, open_group_id = null,"
          + " next_cycle = r.cycle, payments_left = s.payments_left + 1,"
          + " next_payment_at = case when s.status in ('ACTIVE', 'TRIALING') or v.late"
          + " then r.due_at when s.status = 'PENDING_CANCEL' then null"
          + " else s.next_payment_at end,"
          + " ends_at = case when s.status in ('ACTIVE', 'TRIALING') then null"
          + " when v.late then r.term_end"
          + " when s.status = 'PENDING_CANCEL' then r.due_at else s.ends_at end"
          + " from evergreen_renewal r, (values (?, ?, ?)) v (group_id, subscription_id, late)"
          + " where r.group_id = v.group_id and r.subscription_id = v.subscription_id"
          + " and r.voided_at is null and s.id = r.subscription_id";

  private final JdbcOperations jdbc;
  private final SubscriptionQueries subscriptions;

  RestoreCycles(JdbcOperations jdbc, SubscriptionQueries subscriptions) {
    this.jdbc = jdbc;
    this.subscriptions = subscriptions;
  }

  /** In the transaction of the caller, who strikes the renewal out afterwards. */
  void restore(AffectedRenewal unpaid) {
    jdbc.update(
        RESTORE, unpaid.group().value(), unpaid.subscription().value(), isCancelledLate(unpaid));
  }

  private boolean isCancelledLate(AffectedRenewal unpaid) {
    return unpaid.status() == SubscriptionStatus.PENDING_CANCEL
        && subscriptions.isCancelledTooLateFor(unpaid.subscription(), unpaid.dueAt());
  }
}
