package org.evergreen.broadleaf.checkout;

import java.time.Instant;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.broadleaf.order.OrderPayments;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.subscription.SubscriptionId;

/** Lets subscriptions of a placed order start, or wait for its payment. */
public class OrderStarts {

  private final SubscriptionCheckout checkout;
  private final PaidOrders paidOrders;

  public OrderStarts(SubscriptionCheckout checkout, PaidOrders paidOrders) {
    this.checkout = checkout;
    this.paidOrders = paidOrders;
  }

  /** What is to be done for an order, which may be done later. */
  interface Start {

    List<SubscriptionId> start();
  }

  /**
   * Reads what the order is about. One that is to be paid later, for example by invoice, is placed
   * and not paid: its subscriptions wait.
   */
  Start prepare(Order order, Instant placedAt) {
    PaidOrder placed = paidOrders.of(order, placedAt);
    return OrderPayments.areComplete(order)
        ? () -> checkout.onOrderPaid(placed)
        : () -> checkout.onOrderPlaced(placed);
  }
}
