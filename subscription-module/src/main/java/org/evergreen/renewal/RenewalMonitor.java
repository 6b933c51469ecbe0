package org.evergreen.renewal;

import java.util.List;
import java.util.Optional;
import org.evergreen.subscription.SubscriptionId;

/** What became of renewals, for My Account and the renewals monitor. Pages count from 0. */
public class RenewalMonitor {

  public RenewalCounts counts() {
    throw new UnsupportedOperationException();
  }

  /** A page of groups, latest first. */
  public List<RenewalGroupView> groups(RenewalList list, int page, int size) {
    throw new UnsupportedOperationException();
  }

  /** A page of the renewals that come next, overdue ones first. */
  public List<DueRenewal> due(int page, int size) {
    throw new UnsupportedOperationException();
  }

  /** A page of the renewals that were set aside, latest first. */
  public List<ParkedRenewal> parked(int page, int size) {
    throw new UnsupportedOperationException();
  }

  public Optional<RenewalGroupView> of(RenewalGroupId group) {
    throw new UnsupportedOperationException();
  }

  /** The groups that a subscription was renewed in, latest first. */
  public List<RenewalGroupView> ofSubscription(SubscriptionId subscription) {
    throw new UnsupportedOperationException();
  }
}
