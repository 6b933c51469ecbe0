package org.evergreen.demo.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.evergreen.checkout.PaidLine;
import org.evergreen.checkout.PaidOrder;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.order.OrderDesk;
import org.evergreen.demo.order.OrderLine;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.storefront.CustomerId;
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
  private final TransactionOperations transactions;

  OrderCompletion(
      OrderDesk desk,
      Carts carts,
      SubscriptionCheckout subscriptions,
      @Qualifier("evergreenTransactions") TransactionOperations transactions) {
    this.desk = desk;
    this.carts = carts;
    this.subscriptions = subscriptions;
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
                      subscriptions.onOrderPaid(paidOrder(order, paidAt));
                      carts.removeBought(cartLines(order));
                    }));
  }

  /** The money is on its way: what was ordered leaves the cart; the rest waits for the money. */
  void accepted(long orderId) {
    transactions.executeWithoutResult(
        status ->
            desk.lock(orderId)
                .filter(order -> !order.status().isAccepted())
                .ifPresent(
                    order -> {
                      desk.move(orderId, OrderStatus.AWAITING_PAYMENT);
                      carts.removeBought(cartLines(order));
                    }));
  }

  /** There will be no money: the order is closed and the cart stays as it is. */
  void failed(long orderId) {
    desk.move(orderId, OrderStatus.FAILED);
  }

  private static Collection<Long> cartLines(ShopOrder order) {
    return order.lines().stream().flatMap(line -> line.cartLine().stream()).toList();
  }

  private static PaidOrder paidOrder(ShopOrder order, Instant paidAt) {
    List<PaidLine> lines = order.lines().stream().map(OrderCompletion::paidLine).toList();
    return new PaidOrder(
        order.orderId(),
        new CustomerId(Long.toString(order.accountId())),
        order.total().getCurrencyUnit(),
        paidAt,
        order.method(),
        order.shipTo(),
        lines);
  }

  private static PaidLine paidLine(OrderLine line) {
    return new PaidLine(
        line.key(),
        line.sku(),
        line.product(),
        line.name(),
        line.kind(),
        line.quantity(),
        line.offer());
  }
}
