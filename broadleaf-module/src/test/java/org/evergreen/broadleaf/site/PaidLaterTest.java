package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.checkout.PromisedOrders;
import org.evergreen.broadleaf.persistence.Apart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders that Broadleaf places with a promise to pay. */
@SiteTest
class PaidLaterTest {

  private static final long SAUCE = 8;

  @LocalServerPort int port;
  @Autowired Shop shop;
  @Autowired PromisedOrders promised;
  @Autowired Apart apart;
  @Autowired JdbcTemplate jdbc;

  @Autowired
  @Qualifier("blCustomerService")
  CustomerService customers;

  @Autowired
  @Qualifier("blOrderService")
  OrderService orders;

  @Autowired
  @Qualifier("blCheckoutService")
  CheckoutService checkout;

  @Autowired
  @Qualifier("blOrderPaymentService")
  OrderPaymentService payments;

  @Autowired
  @Qualifier("entityManagerFactory")
  EntityManagerFactory entities;

  private Visitor visitor;
  private long customer;

  @BeforeEach
  void orderIsPromised() {
    visitor = new Visitor(port);
    visitor.register();
    customer = customers.readCustomerByUsername(visitor.email()).getId();
    visitor.add(SAUCE, shop.monthly("By invoice", "6.00", SAUCE).toString());
    visitor.giveAddress();
    visitor.get("/checkout");
    apart.call(status -> checkOut(promise()));
  }

  @Test
  void subscriptionsOfAnOrderThatIsPaidLaterStartThen() {
    assertThat(status()).isEqualTo("PENDING");
    assertThat(promised.settle()).isZero();
    change(
        "update blc_order_payment_transaction set transaction_type = 'AUTHORIZE_AND_CAPTURE'"
            + " where transaction_type = 'PENDING'");
    assertThat(promised.settle()).isEqualTo(1);
    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(promised.settle()).isZero();
  }

  @Test
  void subscriptionsOfACancelledOrderEndBeforeTheyStart() {
    change("update blc_order set order_status = 'CANCELLED' where customer_id = " + customer);
    assertThat(promised.settle()).isEqualTo(1);
    assertThat(status()).isEqualTo("CANCELLED");
  }

  /** Changes rows behind Hibernate's back, as another application would. */
  private void change(String sql) {
    jdbc.update(sql);
    entities.getCache().evictAll();
  }

  private Order promise() {
    Long id =
        jdbc.queryForObject(
            "select order_id from blc_order where customer_id = ? and order_status = 'IN_PROCESS'",
            Long.class,
            customer);
    Order cart = orders.findOrderById(id);
    OrderPayment payment = payments.create();
    payment.setOrder(cart);
    payment.setType(PaymentType.COD);
    payment.setPaymentGatewayType(new PaymentGatewayType("Passthrough", "Passthrough"));
    payment.setAmount(cart.getTotal());
    PaymentTransaction later = payments.createTransaction();
    later.setType(PaymentTransactionType.PENDING);
    later.setAmount(cart.getTotal());
    later.setSuccess(true);
    later.setOrderPayment(payment);
    payment.addTransaction(later);
    orders.addPaymentToOrder(cart, payment, null);
    return cart;
  }

  private Order checkOut(Order order) {
    try {
      return checkout.performCheckout(order).getOrder();
    } catch (CheckoutException e) {
      throw new AssertionError("Broadleaf refused the checkout", e);
    }
  }

  private String status() {
    return jdbc.queryForObject(
        "select status from evergreen_subscription where customer_id = ?",
        String.class,
        Long.toString(customer));
  }
}
