package org.evergreen.broadleaf.checkout;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.evergreen.broadleaf.order.TakenPayments;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.money.StoredMoney;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Checks carts out whose money was taken while nobody waited for it any more: the gateway answered
 * late, or the site was stopped between the payment and the order.
 */
public class UnfinishedCheckouts {

  private static final Logger log = LoggerFactory.getLogger(UnfinishedCheckouts.class);

  private static final Duration SHOPPER_IS_STILL_THERE = Duration.ofMinutes(2);
  private static final String PAID_CARTS =
      "select o.order_id, c.amount, c.currency, c.gateway, c.gateway_reference"
          + " from evergreen_charge c join blc_order o"
          + " on c.subject = concat('checkout-', cast(o.order_id as varchar))"
          + " where c.purpose = 'CHECKOUT' and c.state = 'SUCCEEDED' and c.settled_at < ?"
          + " and o.order_status = 'IN_PROCESS' order by o.order_id limit 100";

  private final JdbcOperations jdbc;
  private final OrderService orders;
  private final CheckoutService checkout;
  private final TakenPayments payments;
  private final Apart apart;
  private final ShopTime time;

  public UnfinishedCheckouts(
      JdbcOperations jdbc,
      OrderService orders,
      CheckoutService checkout,
      TakenPayments payments,
      Apart apart,
      ShopTime time) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.checkout = checkout;
    this.payments = payments;
    this.apart = apart;
    this.time = time;
  }

  /**
   * Looks for such carts and makes orders of them; repeatable at any time.
   *
   * @return how many orders were made
   */
  public int finish() {
    Timestamp before = Timestamp.from(time.now().minus(SHOPPER_IS_STILL_THERE));
    List<PaidCart> carts = jdbc.query(PAID_CARTS, (row, n) -> PaidCart.read(row), before);
    return (int) carts.stream().filter(this::finish).count();
  }

  private boolean finish(PaidCart cart) {
    try {
      apart.call(
          status -> {
            Order order = orders.findOrderById(cart.orderId());
            payments.write(order, cart.amount(), cart.gateway(), cart.reference());
            return checkOut(order);
          });
      return true;
    } catch (RuntimeException e) {
      log.error("Cart {} is paid and could not be made an order", cart.orderId(), e);
      return false;
    }
  }

  private Order checkOut(Order order) {
    try {
      return checkout.performCheckout(order).getOrder();
    } catch (CheckoutException e) {
      throw new IllegalStateException("Broadleaf refused the checkout of " + order.getId(), e);
    }
  }

  private record PaidCart(long orderId, Money amount, String gateway, String reference) {

    static PaidCart read(ResultSet row) throws SQLException {
      BigDecimal amount = row.getBigDecimal("amount");
      return new PaidCart(
          row.getLong("order_id"),
          StoredMoney.of(row.getString("currency"), amount),
          row.getString("gateway"),
          row.getString("gateway_reference"));
    }
  }
}
