package org.evergreen.site.payment;

import java.util.List;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.subscription.SubscriptionId;

/**
 * A stored payment method as its owner sees it.
 *
 * @param name for example "Visa ending in 4242"
 * @param validity until when it is valid
 * @param warning why it cannot be charged; empty when it can
 * @param pays the subscriptions that are paid with it
 * @param canPayAll whether there are others that it could pay
 */
public record MethodCard(
    PaymentMethodId id,
    String name,
    String validity,
    String warning,
    List<Paid> pays,
    boolean canPayAll) {

  /** A subscription. */
  public record Paid(SubscriptionId id, String title) {}
}
