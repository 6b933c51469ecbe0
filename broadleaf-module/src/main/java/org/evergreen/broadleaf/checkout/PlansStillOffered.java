package org.evergreen.broadleaf.checkout;

import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.checkout.service.workflow.ValidateCheckoutActivity;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.evergreen.broadleaf.cart.CartPlans;
import org.evergreen.broadleaf.cart.TodaysPrices;
import org.evergreen.broadleaf.order.OrderPayments;
import org.evergreen.broadleaf.order.RenewalMark;

/**
 * A step of Broadleaf's checkout, before money is taken: what can no longer be bought as it stands
 * in the cart, or costs something else today, is refused with a sentence for the shopper.
 */
public class PlansStillOffered extends BaseActivity<ProcessContext<CheckoutSeed>> {

  private final CartPlans plans;
  private final TodaysPrices prices;

  public PlansStillOffered(CartPlans plans, TodaysPrices prices) {
    this.plans = plans;
    this.prices = prices;
    setOrder(ValidateCheckoutActivity.ORDER + 50);
  }

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context) {
    Order order = context.getSeedData().getOrder();
    // Whoever has paid keeps what he has paid for.
    if (!RenewalMark.on(order) && !OrderPayments.anyTaken(order)) {
      plans.requireSellable(order);
      prices.requireKept(order);
    }
    return context;
  }
}
