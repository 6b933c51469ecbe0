package org.evergreen.broadleaf.checkout;

import java.util.Date;
import org.broadleafcommerce.core.checkout.service.workflow.CheckoutSeed;
import org.broadleafcommerce.core.checkout.service.workflow.CompleteOrderActivity;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.evergreen.broadleaf.order.RenewalMark;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The step of Broadleaf's checkout behind its last one: starts the subscriptions of the order. The
 * shopper has paid, so a failure here does not undo his order; {@link MissedSubscriptions} makes up
 * for it.
 */
public class SubscriptionsOfOrder extends BaseActivity<ProcessContext<CheckoutSeed>> {

  private static final Logger log = LoggerFactory.getLogger(SubscriptionsOfOrder.class);

  private final OrderStarts starts;
  private final Apart apart;
  private final ShopTime time;

  public SubscriptionsOfOrder(OrderStarts starts, Apart apart, ShopTime time) {
    this.starts = starts;
    this.apart = apart;
    this.time = time;
    setOrder(CompleteOrderActivity.ORDER + 500);
  }

  @Override
  public ProcessContext<CheckoutSeed> execute(ProcessContext<CheckoutSeed> context) {
    Order order = context.getSeedData().getOrder();
    if (RenewalMark.on(order) || !PaidOrders.hasPlans(order)) {
      return context;
    }
    // The shop's clock decides, so that making up for a failure later gives the same dates.
    order.setSubmitDate(Date.from(time.now()));
    OrderStarts.Start start = starts.prepare(order, order.getSubmitDate().toInstant());
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              start(order.getId(), start);
            }
          });
    } else {
      start(order.getId(), start);
    }
    return context;
  }

  private void start(long order, OrderStarts.Start start) {
    try {
      apart.call(status -> start.start());
    } catch (RuntimeException e) {
      log.error(
          "The subscriptions of order {} could not be started; it is tried again by itself",
          order,
          e);
    }
  }
}
