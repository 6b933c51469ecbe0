package org.evergreen.subscription;

import java.util.List;

/**
 * A page of the merchant's list, newest subscriptions first.
 *
 * @param page from 0
 * @param hasNext whether there are more after it
 */
public record SubscriptionPage(List<Subscription> subscriptions, int page, boolean hasNext) {

  public SubscriptionPage {
    subscriptions = List.copyOf(subscriptions);
  }
}
