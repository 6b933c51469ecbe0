package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Instant;
import org.evergreen.change.ScheduledChanges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcOperations;

/** Has changes made that wait for the next payment, before that is priced. */
final class DueChanges {

  private static final String ANY_DUE =
      "select exists (select 1 from evergreen_change where state = 'SCHEDULED'"
          + " and billing_account_id = any(?) and apply_at < ?)";

  private final JdbcOperations jdbc;
  private final AccountLeases leases;
  private final ObjectProvider<ScheduledChanges> scheduled;

  DueChanges(
      JdbcOperations jdbc, AccountLeases leases, ObjectProvider<ScheduledChanges> scheduled) {
    this.jdbc = jdbc;
    this.leases = leases;
    this.scheduled = scheduled;
  }

  /** Makes those of the claimed accounts, in the transaction of the caller. */
  void apply(Claim claim, Instant before) {
    boolean due = jdbc.queryForObject(ANY_DUE, Boolean.class, claim.ids(), Timestamp.from(before));
    if (due) {
      scheduled.ifAvailable(changes -> changes.applyDue(leases.lockHeld(claim), before));
    }
  }
}
