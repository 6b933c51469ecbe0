package org.evergreen.admin.renewal;

import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.jobs.JobBoard;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeId;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.UnknownCharges;
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
  private final UnknownCharges unknown;
  private final JobBoard jobs;

  RenewalHelp(
      RenewalRemedies remedies,
      RenewalMonitor monitor,
      SubscriptionQueries subscriptions,
      UnknownCharges unknown,
      JobBoard jobs) {
    this.remedies = remedies;
    this.monitor = monitor;
    this.subscriptions = subscriptions;
    this.unknown = unknown;
    this.jobs = jobs;
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

  /**
   * Has the gateway asked at once what became of a charge.
   *
   * @param number of the charge, as the address names it
   * @return whether its answer is missing
   */
  boolean ask(String number) {
    boolean asked = unknown.askNow(new ChargeId(Numbers.key("charge", number)));
    if (asked) {
      jobs.runNow(JobBoard.RECOVERY);
    }
    return asked;
  }

  /** Has missing orders placed at once, unless that is under way. */
  void placeOrders() {
    jobs.runNow(JobBoard.RECOVERY);
  }
}
