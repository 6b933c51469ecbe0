package org.evergreen.renewal;

import java.util.List;
import java.util.Set;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.JdbcOperations;

/** Moves subscriptions on over payments that were missed and are not asked for. */
final class LeaveOutCycles {

  private static final Columns<LeftOutCycles> COLUMNS =
      Columns.<LeftOutCycles>of()
          .bigint("id", row -> row.subscription().id().value())
          .bigint("version", row -> row.subscription().version())
          .integer("next_cycle", LeftOutCycles::next)
          .timestamp("next_payment_at", LeftOutCycles::nextPaymentAt);
  private static final String MOVE_ON =
      "update evergreen_subscription s set next_cycle = v.next_cycle,"
          + " next_payment_at = v.next_payment_at, version = s.version + 1 from "
          + COLUMNS.rows()
          + " where s.id = v.id and s.version = v.version returning s.id";

  private final JdbcOperations jdbc;
  private final RenewalHistory history;

  LeaveOutCycles(JdbcOperations jdbc, RenewalHistory history) {
    this.jdbc = jdbc;
    this.history = history;
  }

  /** In the transaction of the caller; a subscription that was changed meanwhile is left alone. */
  void leaveOut(List<LeftOutCycles> cycles, Set<Long> heldAccounts) {
    List<LeftOutCycles> ours =
        cycles.stream().filter(c -> heldAccounts.contains(c.subscription().account())).toList();
    Set<Long> moved = Set.copyOf(COLUMNS.query(jdbc, MOVE_ON, ours, (row, n) -> row.getLong(1)));
    for (LeftOutCycles cycle : ours) {
      SubscriptionId id = cycle.subscription().id();
      if (moved.contains(id.value())) {
        String note = "Missed payments that are not asked for: " + cycle.count();
        history.append(List.of(id), What.CYCLES_LEFT_OUT, Actor.schedule(), note);
      }
    }
  }
}
