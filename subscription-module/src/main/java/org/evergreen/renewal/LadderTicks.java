package org.evergreen.renewal;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evergreen.payment.ChargeState;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Steps of the ladder that come while a charge waits for the shopper: nothing else is charged, he
 * is reminded, and after the last one the charge is given up.
 */
final class LadderTicks {

  private static final String WAITING =
      "select g.id, c.state from evergreen_renewal_group g"
          + " join evergreen_charge c on c.subject = 'renewal-' || g.id"
          + " and c.state not in ('DECLINED', 'CANCELED')"
          + " where g.status in ('UNPAID', 'WAITING') and g.billing_account_id = any(?)"
          + " and g.retry_at <= ? order by g.id for update of g";

  private static final String STEP_IS_OVER =
      "update evergreen_renewal_group set retry_at = null,"
          + " ladder_at = case when ladder_at <= ? then null else ladder_at end where id = any(?)";

  private record Waiting(RenewalGroupId group, ChargeState charge) {}

  private final JdbcOperations jdbc;
  private final RenewalSettlement settlement;
  private final ShopTime time;

  LadderTicks(JdbcOperations jdbc, RenewalSettlement settlement, ShopTime time) {
    this.jdbc = jdbc;
    this.settlement = settlement;
    this.time = time;
  }

  /** Takes the steps that are due of accounts that are held, in the transaction of the caller. */
  Opened take(Set<Long> heldAccounts) {
    Timestamp now = Timestamp.from(time.now());
    List<Waiting> due =
        jdbc.query(
            WAITING,
            (row, n) ->
                new Waiting(
                    new RenewalGroupId(row.getLong("id")),
                    ChargeState.valueOf(row.getString("state"))),
            heldAccounts.stream().mapToLong(Long::longValue).toArray(),
            now);
    if (due.isEmpty()) {
      return Opened.nothing();
    }
    stepIsOver(due.stream().map(Waiting::group).toList());
    List<GroupOutcome> reminded = new ArrayList<>();
    for (Waiting group : due) {
      // One whose money is on its way needs no reminder: its result comes by itself.
      if (group.charge() == ChargeState.ACTION_REQUIRED) {
        reminded.add(GroupOutcome.unconfirmed(group.group()));
      }
    }
    settlement.settle(reminded);
    return Opened.of(due.size(), List.of(), reminded);
  }

  /** The step that was planned until now has passed; one that is planned for later stays. */
  void stepIsOver(List<RenewalGroupId> groups) {
    if (!groups.isEmpty()) {
      jdbc.update(
          STEP_IS_OVER,
          Timestamp.from(time.now()),
          groups.stream().mapToLong(RenewalGroupId::value).toArray());
    }
  }
}
