package org.evergreen.admin.renewal;

import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;

/** What the merchant can do about renewals that did not go through. */
class RenewalHelp {

  private final RenewalRemedies remedies;
  private final RenewalMonitor monitor;
  private final SubscriptionQueries subscriptions;

  RenewalHelp(RenewalRemedies remedies, RenewalMonitor monitor, SubscriptionQueries subscriptions) {
    this.remedies = remedies;
    this.monitor = monitor;
    this.subscriptions = subscriptions;
  }

  /** Whether nothing stands in the way of charging a group again. */
  static boolean mayRetry(RenewalGroupView group) {
    boolean owed =
        group.status() == RenewalGroupStatus.UNPAID || group.status() == RenewalGroupStatus.WAITING;
    return owed
        && group.charges().stream()
            .map(Charge::state)
            .allMatch(state -> state == ChargeState.DECLINED || state == ChargeState.CANCELED);
  }

  /**
   * Has a group charged again with the next run.
   *
   * @return whether it can be
   */
  boolean retryNow(RenewalGroupView group, Actor actor) {
    if (!mayRetry(group)) {
      return false;
    }
    remedies.retryNow(group.id(), actor);
    return true;
  }

  /**
   * Has a renewal that was set aside tried again.
   *
   * @param number of the subscription, as the address names it
   * @return whether it was set aside
   * @throws NotFoundException if there is no such subscription
   */
  boolean unpark(String number, Actor actor) {
    SubscriptionId id = new SubscriptionId(Numbers.key("subscription", number));
    if (subscriptions.find(id).isEmpty()) {
      throw NotFoundException.of("subscription", number);
    }
    if (monitor.parked(id).isEmpty()) {
      return false;
    }
    remedies.unpark(id, actor);
    return true;
  }
}
