package org.evergreen.renewal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** Writes into subscriptions' histories what was done about a renewal without changing a status. */
final class RenewalHistory {

  private final JdbcOperations jdbc;
  private final SubscriptionHistory history;
  private final ShopTime time;

  RenewalHistory(JdbcOperations jdbc, SubscriptionHistory history, ShopTime time) {
    this.jdbc = jdbc;
    this.history = history;
    this.time = time;
  }

  void append(
      Collection<SubscriptionId> subscriptions,
      SubscriptionEvent.What what,
      Actor actor,
      String note) {
    Instant now = time.now();
    List<SubscriptionEvent> events =
        jdbc.query(
            "select id, status from evergreen_subscription where id = any(?) order by id",
            (row, n) -> {
              SubscriptionStatus status = SubscriptionStatus.valueOf(row.getString("status"));
              SubscriptionId id = new SubscriptionId(row.getLong("id"));
              return new SubscriptionEvent(id, now, actor, what, Optional.of(status), status, note);
            },
            subscriptions.stream().mapToLong(SubscriptionId::value).toArray());
    history.append(events);
  }
}
