package org.evergreen.broadleaf.checkout;

import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.order.OrderPayments;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.Actor;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Looks after orders that were placed with a promise to pay: Broadleaf does not say when their
 * payment comes, or when they are cancelled.
 */
public class PromisedOrders {

  private static final Logger log = LoggerFactory.getLogger(PromisedOrders.class);

  private static final String WAITING =
      "select distinct origin_order_id from evergreen_subscription where status = 'PENDING'"
          + " order by origin_order_id limit 500";

  private final JdbcOperations jdbc;
  private final OrderService orders;
  private final PaidOrders paidOrders;
  private final SubscriptionCheckout checkout;
  private final Apart apart;
  private final ShopTime time;

  public PromisedOrders(
      JdbcOperations jdbc,
      OrderService orders,
      PaidOrders paidOrders,
      SubscriptionCheckout checkout,
      Apart apart,
      ShopTime time) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.paidOrders = paidOrders;
    this.checkout = checkout;
    this.apart = apart;
    this.time = time;
  }

  /**
   * Starts the subscriptions of orders that are paid by now and ends those of cancelled ones;
   * repeatable at any time.
   *
   * @return for how many orders something was done
   */
  public int settle() {
    List<Long> waiting = Keys.numbers(jdbc.queryForList(WAITING, String.class), orderId -> orderId);
    return (int) waiting.stream().filter(this::settle).count();
  }

  private boolean settle(long orderId) {
    try {
      return apart.call(status -> settle(orders.findOrderById(orderId)));
    } catch (RuntimeException e) {
      log.error("What became of order {} could not be found out", orderId, e);
      return false;
    }
  }

  private boolean settle(Order order) {
    if (order == null) {
      return false;
    }
    if (OrderStatus.CANCELLED.equals(order.getStatus())) {
      OrderId id = new OrderId(order.getId().toString());
      checkout.onOrderCancelled(id, Actor.schedule(), "The order was cancelled.");
      return true;
    }
    if (OrderPayments.areComplete(order)) {
      checkout.onOrderPaid(paidOrders.of(order, time.now()));
      return true;
    }
    return false;
  }
}
