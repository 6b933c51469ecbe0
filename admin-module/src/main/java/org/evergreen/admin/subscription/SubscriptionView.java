package org.evergreen.admin.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.admin.CustomerNames;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * Everything about one subscription.
 *
 * @param upcoming the next payment dates
 * @param orders the first one and the renewals', newest first
 * @param history newest first
 * @param afterCancelling what would come of cancelling it now, in a sentence
 */
record SubscriptionView(
    Subscription subscription,
    CustomerNames.Name customer,
    List<Instant> upcoming,
    Optional<PostalAddress> shipTo,
    List<OrderSummary> orders,
    SubscriptionPayments.Payments payments,
    List<SubscriptionEvent> history,
    String afterCancelling) {

  public boolean mayCancel() {
    SubscriptionStatus status = subscription.status();
    return !status.isOver() && status != SubscriptionStatus.PENDING_CANCEL;
  }

  public boolean mayUndo() {
    return subscription.status() == SubscriptionStatus.PENDING_CANCEL;
  }
}
