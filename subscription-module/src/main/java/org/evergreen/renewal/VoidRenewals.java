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
 * disturbed: if it succeeds the term is paid, if it does not its part is struck out then.
 */
final class VoidRenewals implements SubscriptionListener {

  private static final String VOID =
      "update evergreen_renewal r set voided_at = ? from evergreen_renewal_group g"
          + " where g.id = r.group_id and r.subscription_id = any(?) and r.voided_at is null"
          + " and g.status in ('UNPAID', 'WAITING') and "
          + RetryGroups.NO_CHARGE_ALIVE
          + " returning r.group_id";

  private static final String REDUCE =
      "with part as (select g.id, count(r.group_id) as renewals,"
          + " coalesce(sum(r.amount + r.tax), 0) as amount,"
          + " coalesce(bool_or(exists (select 1 from evergreen_subscription_line l"
          + " where l.subscription_id = r.subscription_id and l.kind = 'PHYSICAL')), false) as ships"
          + " from evergreen_renewal_group g left join evergreen_renewal r"
          + " on r.group_id = g.id and r.voided_at is null where g.id = any(?) group by g.id)"
          + " update evergreen_renewal_group g set"
          + " status = case when part.renewals = 0 then 'CANCELED' else g.status end,"
          + " retry_at = case when part.renewals = 0 then null else g.retry_at end,"
          + " shipping = case when part.ships then g.shipping else 0 end,"
          + " shipping_tax = case when part.ships then g.shipping_tax else 0 end,"
          + " total = part.amount + case when part.ships then g.shipping + g.shipping_tax else 0 end"
          + " from part where part.id = g.id";

  private final JdbcOperations jdbc;
  private final ShopTime time;

  VoidRenewals(JdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @Override
  public void cancelled(List<Subscription> subscriptions) {
    voidOwed(subscriptions.stream().map(Subscription::id).toList());
  }

  /** In the transaction of the caller, which holds the lock on the billing accounts. */
  void voidOwed(Collection<SubscriptionId> subscriptions) {
    if (subscriptions.isEmpty()) {
      return;
    }
    long[] ids = subscriptions.stream().mapToLong(SubscriptionId::value).toArray();
    List<Long> groups =
        jdbc.query(VOID, (row, n) -> row.getLong(1), Timestamp.from(time.now()), ids);
    jdbc.update(REDUCE, (Object) groups.stream().mapToLong(Long::longValue).distinct().toArray());
  }
}
