package org.evergreen.demo.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.coupon.Coupons;
import org.evergreen.demo.order.OrderDesk;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.subscription.Actor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What happens to an order once the answer of the gateway is known, whoever learned of it: the
 * checkout itself or the recovery after a crash. Each step may be repeated.
 */
@Component
class OrderCompletion {

  private final OrderDesk desk;
  private final Carts carts;
  private final SubscriptionCheckout subscriptions;
  private final Coupons coupons;
  private final TransactionOperations transactions;

  OrderCompletion(
      OrderDesk desk,
      Carts carts,
      SubscriptionCheckout subscriptions,
      Coupons coupons,
      @Qualifier("evergreenTransactions") TransactionOperations transactions) {
    this.desk = desk;
    this.carts = carts;
    this.subscriptions = subscriptions;
    this.coupons = coupons;
    this.transactions = transactions;
  }

  /** The money is there: the order is paid, its subscriptions start, its lines leave the cart. */
  void paid(long orderId, Instant paidAt, String gateway, String gatewayReference) {
    transactions.executeWithoutResult(
        status ->
            desk.lock(orderId)
                .filter(order -> !order.isPaid())
                .ifPresent(
                    order -> {
                      desk.paid(orderId, paidAt, gateway, gatewayReference);
                      subscriptions.onOrderPaid(PaidOrders.of(order, paidAt, coupons));
                      leaveCart(order);
                    }));
  }

  /**
   * The money is on its way: what was ordered leaves the cart, its subscriptions wait for the
   * money.
   */
  void accepted(long orderId) {
    transactions.executeWithoutResult(
        status ->
            desk.lock(orderId)
                .filter(order -> !order.status().isAccepted())
                .ifPresent(
                    order -> {
                      desk.move(orderId, OrderStatus.AWAITING_PAYMENT);
                      subscriptions.onOrderPlaced(PaidOrders.of(order, order.placedAt(), coupons));
                      leaveCart(order);
                    }));
  }

  /**
   * The payment was refused: the cart stays as it is. The order may be paid later, so its
   * subscriptions wait.
   */
  void failed(long orderId) {
    transactions.executeWithoutResult(
        status ->
            desk.lock(orderId)
                .filter(order -> !order.isPaid() && order.status() != OrderStatus.CANCELLED)
                .ifPresent(
                    order -> {
                      desk.move(orderId, OrderStatus.FAILED);
                      subscriptions.onOrderPlaced(PaidOrders.of(order, order.placedAt(), coupons));
                    }));
  }

  /** The shopper confirms the payment with his bank: the order and its subscriptions wait. */
  void awaitsShopper(long orderId) {
    transactions.executeWithoutResult(
        status ->
            desk.lock(orderId)
                .filter(order -> !order.isPaid() && order.status() != OrderStatus.CANCELLED)
                .ifPresent(
                    order -> {
                      desk.move(orderId, OrderStatus.PENDING);
                      subscriptions.onOrderPlaced(PaidOrders.of(order, order.placedAt(), coupons));
                    }));
  }

  /** Whether the later payment of an order came through is not known yet. */
  void waiting(long orderId) {
    transactions.executeWithoutResult(
        status ->
            desk.lock(orderId)
                .filter(order -> order.status() == OrderStatus.FAILED)
                .ifPresent(order -> desk.move(orderId, OrderStatus.PENDING)));
  }

  /** Another order takes the place of those that were not paid and hold lines of the same cart. */
  void replaceUnpaid(long accountId, Map<Long, Integer> cartLines) {
    desk.giveUp(accountId, cartLines.keySet())
        .forEach(
            order ->
                subscriptions.onOrderCancelled(
                    order, Actor.shopper(), "Another order took the place of the first one."));
  }

  private void leaveCart(ShopOrder order) {
    carts.removeBought(cartLines(order));
    carts.forgetWishes(order.accountId());
  }

  private static Collection<Long> cartLines(ShopOrder order) {
    return order.lines().stream().flatMap(line -> line.cartLine().stream()).toList();
  }
}
