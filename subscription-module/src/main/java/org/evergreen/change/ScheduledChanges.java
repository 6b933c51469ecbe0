package org.evergreen.change;

import java.time.Instant;
import java.util.Collection;
import org.evergreen.subscription.SubscriptionId;

/** Changes that wait for the next payment. */
public interface ScheduledChanges {

  /**
   * Makes the changes whose time comes before an instant, so that the renewal that falls on the
   * same date is priced with them. A change that is not possible any more is refused, with an entry
   * in the history and a notice. Runs in the transaction of the caller, who holds the accounts.
   *
   * @param accounts billing accounts
   * @return how many changes were made or refused
   */
  int applyDue(Collection<Long> accounts, Instant before);

  /** Whether a change waits for the next payment of a subscription. */
  boolean waitFor(SubscriptionId subscription);
}
