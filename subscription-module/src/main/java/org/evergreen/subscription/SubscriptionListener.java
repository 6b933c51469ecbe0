package org.evergreen.subscription;

import java.util.List;

/**
 * Is told of changes of subscriptions, inside the transaction of the change: what it throws undoes
 * the change. Beans of this type are found by themselves.
 */
public interface SubscriptionListener {

  /** Subscriptions that a paid order started. */
  default void started(List<Subscription> subscriptions) {}

  /**
   * Subscriptions that somebody cancelled: PENDING_CANCEL while the paid term is running, CANCELLED
   * when nothing was left of it and it is over already.
   */
  default void cancelled(List<Subscription> subscriptions) {}

  /** Subscriptions whose cancellation was taken back. */
  default void cancellationUndone(List<Subscription> subscriptions) {}

  /** Subscriptions whose term ran out: CANCELLED or EXPIRED. */
  default void ended(List<Subscription> subscriptions) {}
}
