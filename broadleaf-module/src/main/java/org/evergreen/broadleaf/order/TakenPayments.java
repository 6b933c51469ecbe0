package org.evergreen.broadleaf.order;

import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.evergreen.broadleaf.Amounts;
import org.joda.money.Money;

/** Money that a gateway of the engine has taken, or credit, written on a Broadleaf order. */
public class TakenPayments {

  private static final String CREDIT = "evergreen-credit";

  private final OrderService orders;
  private final OrderPaymentService payments;

  public TakenPayments(OrderService orders, OrderPaymentService payments) {
    this.orders = orders;
    this.payments = payments;
  }

  /**
   * Writes a captured payment on an order; once for each reference.
   *
   * @param reference the gateway's key of the payment
   */
  public void write(Order order, Money amount, String gateway, String reference) {
    write(order, amount, PaymentType.CREDIT_CARD, gateway, reference);
  }

  /**
   * Writes on an order what the shopper's credit paid of it; once for each reference.
   *
   * @param reference the engine's key of the order
   */
  public void writeCredit(Order order, Money amount, String reference) {
    write(order, amount, PaymentType.CUSTOMER_CREDIT, CREDIT, "credit-" + reference);
  }

  private void write(
      Order order, Money amount, PaymentType type, String gateway, String reference) {
    boolean known =
        order.getPayments().stream()
            .anyMatch(payment -> reference.equals(payment.getReferenceNumber()));
    if (known) {
      return;
    }
    OrderPayment payment = payments.create();
    payment.setOrder(order);
    payment.setType(type);
    payment.setPaymentGatewayType(new PaymentGatewayType(gateway, gateway));
    payment.setReferenceNumber(reference);
    payment.setAmount(Amounts.of(amount));
    PaymentTransaction taken = payments.createTransaction();
    taken.setType(PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
    taken.setAmount(Amounts.of(amount));
    taken.setSuccess(true);
    taken.setRawResponse(reference);
    taken.setOrderPayment(payment);
    payment.addTransaction(taken);
    orders.addPaymentToOrder(order, payment, null);
  }
}
