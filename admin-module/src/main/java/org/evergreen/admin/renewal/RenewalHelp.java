package org.evergreen.admin.renewal;

import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.renewal.ParkedLookUp;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;

/** What the merchant can do about renewals that did not go through. */
class RenewalHelp {

  private final RenewalRemedies remedies;
  private final ParkedLookUp parked;
  private final SubscriptionQueries subscriptions;

  RenewalHelp(RenewalRemedies remedies, ParkedLookUp parked, SubscriptionQueries subscriptions) {
    this.remedies = remedies;
    this.parked = parked;
    this.subscriptions = subscriptions;
  }

  void retryNow(RenewalGroupId group, Actor actor) {
    remedies.retryNow(group, actor);
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
    if (parked.of(id).isEmpty()) {
      return false;
    }
    remedies.unpark(id, actor);
    return true;
  }
}
