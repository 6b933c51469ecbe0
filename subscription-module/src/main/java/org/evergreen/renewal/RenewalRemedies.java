package org.evergreen.renewal;

import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;

/**
 * What a merchant, or a shopper with a new card, can do about a renewal that did not go through.
 */
public class RenewalRemedies {

  /**
   * Has the next run charge an unpaid group again, with the payment method that its subscriptions
   * have now. Does nothing for a group that is paid, canceled or being charged.
   */
  public void retryNow(RenewalGroupId group, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Has the next run price a parked subscription again. */
  public void unpark(SubscriptionId subscription, Actor actor) {
    throw new UnsupportedOperationException();
  }
}
