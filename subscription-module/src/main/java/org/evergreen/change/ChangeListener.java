package org.evergreen.change;

import org.evergreen.subscription.Subscription;

/**
 * Is told of changes that could not be made, inside the transaction. Of changes that are made
 * {@link org.evergreen.subscription.SubscriptionListener#changed} tells. Beans of this type are
 * found by themselves.
 */
public interface ChangeListener {

  /**
   * A change that waited, for the next payment or for its own, was not possible any more when its
   * time came.
   */
  default void refused(ChangeView change, Subscription subscription) {}
}
