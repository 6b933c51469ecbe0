package org.evergreen.demo.checkout;

import java.util.List;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStarts;
import org.springframework.stereotype.Component;

/** What became of the subscriptions that orders brought. */
@Component
class OrderedBefore {

  private final SubscriptionStarts starts;
  private final SubscriptionQueries subscriptions;

  OrderedBefore(SubscriptionStarts starts, SubscriptionQueries subscriptions) {
    this.starts = starts;
    this.subscriptions = subscriptions;
  }

  /** Whether an order had subscriptions, and all of them are over. */
  boolean isGivenUp(OrderId order) {
    List<SubscriptionId> started = starts.startedBy(order);
    return !started.isEmpty()
        && subscriptions.byId(started).stream().allMatch(one -> one.status().isOver());
  }
}
