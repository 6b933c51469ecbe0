package org.evergreen.broadleaf.checkout;

import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.checkout.service.workflow.ValidateCheckoutActivity;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.evergreen.broadleaf.cart.CartPlans;
import org.evergreen.broadleaf.order.RenewalMark;

/**
 * A step of Broadleaf's checkout, before money is taken: a plan that has left the product since it
 * was put into the cart is refused with a sentence for the shopper.
 */
public class PlansStillOffered extends BaseActivity<ProcessContext<CheckoutSeed>> {

  private static final PaymentTransactionType CAPTURED =
      PaymentTransactionType.AUTHORIZE_AND_CAPTURE;

  private final CartPlans plans;

  public PlansStillOffered(CartPlans plans) {
    this.plans = plans;
    setOrder(ValidateCheckoutActivity.ORDER + 50);
  }

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context) {
    Order order = context.getSeedData().getOrder();
    if (!RenewalMark.on(order) && !isPaid(order)) {
      plans.requireSellable(order);
    }
    return context;
  }

  /** Whoever has paid keeps what he has paid for. */
  private static boolean isPaid(Order order) {
    return order.getPayments().stream()
        .filter(OrderPayment::isActive)
        .map(payment -> payment.getSuccessfulTransactionAmountForType(CAPTURED))
        .anyMatch(taken -> taken.getAmount().signum() > 0);
  }
}
