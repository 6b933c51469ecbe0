package org.evergreen.renewal;

import java.sql.Timestamp;
import java.util.List;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionListener;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Has what a subscription owes charged at once when another payment method pays it. The steps of
 * the ladder stay where they are. A charge that waits for the shopper to confirm it with the old
 * method is given up first.
 */
final class NewMethods implements SubscriptionListener {

  private static final String OWED =
      " where g.status in ('UNPAID', 'WAITING') and not g.early and exists (select 1"
          + " from evergreen_renewal r join evergreen_subscription s on s.id = r.subscription_id"
          + " and s.auto_renew and s.payment_method_id is not null"
          + " and s.payment_method_id is distinct from g.payment_method_id"
          + " where r.group_id = g.id and r.voided_at is null and s.id = any(?))";
  private static final String RETRY =
      "update evergreen_renewal_group g set retry_at = ?"
          + OWED
          + " and "
          + RetryGroups.NO_CHARGE_ALIVE;
  private static final String GIVE_UP =
      "update evergreen_renewal_group g set give_up_at = coalesce(g.give_up_at, ?)"
          + OWED
          + " and "
          + RetryGroups.ASKED_BY_THE_BANK;

  private final JdbcOperations jdbc;
  private final ShopTime time;

  NewMethods(JdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @Override
  public void detailsChanged(List<Subscription> subscriptions) {
    long[] ids = subscriptions.stream().mapToLong(s -> s.id().value()).toArray();
    Timestamp now = Timestamp.from(time.now());
    jdbc.update(RETRY, now, ids);
    jdbc.update(GIVE_UP, now, ids);
  }
}
