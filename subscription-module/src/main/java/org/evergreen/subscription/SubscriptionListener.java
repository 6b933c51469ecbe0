package org.evergreen.subscription;

import java.util.List;

/**
 * Is told of changes of subscriptions, inside the transaction of the change: what it throws undoes
 * the change. Beans of this type are found by themselves.
 */
public interface SubscriptionListener {

  /** Subscriptions that began to run: their first order is paid. */
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

  /** Subscriptions that were paused. */
  default void paused(List<Subscription> subscriptions) {}

  /** Subscriptions that renew again after a pause. */
  default void resumed(List<Subscription> subscriptions) {}

  /** Subscriptions whose next payment was skipped or moved to another day. */
  default void nextPaymentMoved(List<Subscription> subscriptions) {}

  /** Subscriptions with another payment method or address, or other automatic renewal. */
  default void detailsChanged(List<Subscription> subscriptions) {}

  /** Subscriptions whose plan, products or quantities have changed. */
  default void changed(List<Subscription> subscriptions) {}
}
