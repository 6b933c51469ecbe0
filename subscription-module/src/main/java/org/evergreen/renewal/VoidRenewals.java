package org.evergreen.renewal;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionListener;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Strikes out what a cancelled subscription still owes: its part of an unpaid group is no longer
 * asked for, and a group of which nothing is left is canceled. A charge that is under way is not
 * disturbed: if it succeeds the term is paid, if it does not its part is struck out then. Only one
 * that waits for the shopper's bank is given up when a subscription in it is over.
 */
final class VoidRenewals implements SubscriptionListener {

  private static final String VOID =
      "update evergreen_renewal r set voided_at = ? from evergreen_renewal_group g"
          + " where g.id = r.group_id and r.voided_at is null";
  private static final String RETURNING =
      " returning r.group_id, r.subscription_id, r.credit, g.currency";
  private static final String VOID_OWED =
      VOID
          + " and r.subscription_id = any(?) and g.status in ('UNPAID', 'WAITING') and "
          + RetryGroups.NO_CHARGE_ALIVE
          + RETURNING;
  private static final String VOID_ALL = VOID + " and r.group_id = any(?)" + RETURNING;

  /** Recovery cancels their charges, unless the shopper was faster. */
  private static final String GIVE_UP =
      "update evergreen_renewal_group g set give_up_at = coalesce(g.give_up_at, ?)"
          + " from evergreen_renewal r where r.group_id = g.id and r.voided_at is null"
          + " and r.subscription_id = any(?) and g.status = 'WAITING' and "
          + RetryGroups.ASKED_BY_THE_BANK;

  private static final String REDUCE =
      "with part as (select g.id, count(r.group_id) as renewals,"
          + " coalesce(sum(r.amount + r.tax), 0) as amount, coalesce(sum(r.credit), 0) as credit,"
          + " coalesce(bool_or(r.ships), false) as ships"
          + " from evergreen_renewal_group g left join evergreen_renewal r"
          + " on r.group_id = g.id and r.voided_at is null where g.id = any(?) group by g.id),"
          + " owed as (select part.*,"
          + " amount + case when ships then g.shipping + g.shipping_tax else 0 end as total"
          + " from part join evergreen_renewal_group g on g.id = part.id)"
          + " update evergreen_renewal_group g set"
          + " status = case when owed.renewals = 0 then 'CANCELED' else g.status end,"
          // What credit pays alone is settled by the next run.
          + " retry_at = case when owed.renewals = 0 then null"
          + " when owed.total = owed.credit then cast(? as timestamptz) else g.retry_at end,"
          + " shipping = case when owed.ships then g.shipping else 0 end,"
          + " shipping_tax = case when owed.ships then g.shipping_tax else 0 end,"
          + " total = owed.total, credit = owed.credit from owed where owed.id = g.id";

  private final JdbcOperations jdbc;
  private final RenewalDiscounts discounts;
  private final RenewalCredits credits;
  private final ShopTime time;

  VoidRenewals(
      JdbcOperations jdbc, RenewalDiscounts discounts, RenewalCredits credits, ShopTime time) {
    this.jdbc = jdbc;
    this.discounts = discounts;
    this.credits = credits;
    this.time = time;
  }

  @Override
  public void cancelled(List<Subscription> subscriptions) {
    voidOwed(subscriptions.stream().map(Subscription::id).toList());
    giveUp(
        subscriptions.stream().filter(one -> one.status().isOver()).map(Subscription::id).toList());
  }

  @Override
  public void ended(List<Subscription> subscriptions) {
    List<SubscriptionId> over = subscriptions.stream().map(Subscription::id).toList();
    voidOwed(over);
    giveUp(over);
  }

  /** Nobody is to confirm with his bank what pays for a subscription that is over. */
  void giveUp(Collection<SubscriptionId> over) {
    if (!over.isEmpty()) {
      long[] ids = over.stream().mapToLong(SubscriptionId::value).toArray();
      jdbc.update(GIVE_UP, Timestamp.from(time.now()), ids);
    }
  }

  /** In the transaction of the caller, which holds the lock on the billing accounts. */
  void voidOwed(Collection<SubscriptionId> subscriptions) {
    if (subscriptions.isEmpty()) {
      return;
    }
    Timestamp now = Timestamp.from(time.now());
    long[] ids = subscriptions.stream().mapToLong(SubscriptionId::value).toArray();
    List<VoidedRenewal> voided = jdbc.query(VOID_OWED, VoidedRenewal::read, now, ids);
    giveBack(voided);
    if (!voided.isEmpty()) {
      long[] groups = voided.stream().mapToLong(v -> v.group().value()).distinct().toArray();
      jdbc.update(REDUCE, groups, now);
    }
  }

  /** Voids all renewals of groups, whatever became of their charges. */
  void voidAll(Collection<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    Timestamp now = Timestamp.from(time.now());
    giveBack(jdbc.query(VOID_ALL, VoidedRenewal::read, now, ids));
  }

  private void giveBack(List<VoidedRenewal> voided) {
    discounts.giveBack(voided);
    credits.giveBack(voided);
  }
}
