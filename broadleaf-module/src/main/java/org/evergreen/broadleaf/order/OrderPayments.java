package org.evergreen.broadleaf.order;

import java.math.BigDecimal;
import java.util.List;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.payment.domain.OrderPayment;

/** How far a Broadleaf order is paid. */
public final class OrderPayments {

  /** Money that is there, or that the bank holds for the shop until it sends the goods. */
  private static final List<PaymentTransactionType> TAKEN =
      List.of(PaymentTransactionType.AUTHORIZE, PaymentTransactionType.AUTHORIZE_AND_CAPTURE);

  private OrderPayments() {}

  /** Whether any money was taken for the order. */
  public static boolean anyTaken(Order order) {
    return taken(order).signum() > 0;
  }

  /** Whether all of it is paid; an order with nothing to pay is. */
  public static boolean areComplete(Order order) {
    return order.getTotal() == null || taken(order).compareTo(order.getTotal().getAmount()) >= 0;
  }

  private static BigDecimal taken(Order order) {
    return order.getPayments().stream()
        .filter(OrderPayment::isActive)
        .flatMap(payment -> TAKEN.stream().map(payment::getSuccessfulTransactionAmountForType))
        .map(amount -> amount.getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
