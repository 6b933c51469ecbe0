package org.evergreen.broadleaf.cart;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.pricing.service.workflow.OfferActivity;
import org.broadleafcommerce.core.workflow.BaseActivity;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.order.FreeShipping;
import org.evergreen.broadleaf.order.OrderAttributes;
import org.evergreen.broadleaf.order.OrderPayments;
import org.evergreen.broadleaf.order.RenewalMark;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.DueToday;
import org.evergreen.checkout.FirstPayments;
import org.evergreen.checkout.TrialRights;
import org.evergreen.plan.PlanOffer;
import org.evergreen.time.ShopTime;

/**
 * The first step of Broadleaf's pricing: a line with a plan costs what is due for it today. That
 * depends on the day, with prorated first payments, and on the customer, who gets some trials only
 * once; so it is worked out whenever the cart is priced, until it is paid.
 */
public class TodaysPrices extends BaseActivity<ProcessContext<Order>> {

  /** Name of the order attribute with the moment of the last pricing. */
  public static final String PRICED_AT = "evergreen.priced-at";

  private final CartPlans plans;
  private final TrialRights trials;
  private final ShopTime time;

  public TodaysPrices(CartPlans plans, TrialRights trials, ShopTime time) {
    this.plans = plans;
    this.trials = trials;
    this.time = time;
    setOrder(OfferActivity.ORDER - 500);
  }

  @Override
  public ProcessContext<Order> execute(ProcessContext<Order> context) {
    Order order = context.getSeedData();
    boolean open = order.getSubmitDate() == null && !RenewalMark.on(order);
    if (open && !OrderPayments.anyTaken(order)) {
      price(order);
    }
    return context;
  }

  private void price(Order order) {
    Map<Long, DueToday> due = due(order);
    if (due.isEmpty()) {
      return;
    }
    CartPlans.items(order)
        .filter(item -> due.containsKey(item.getId()))
        .forEach(item -> price(item, due.get(item.getId())));
    order.getFulfillmentGroups().forEach(group -> ship(group, due));
    OrderAttributes.put(order, PRICED_AT, time.now().toString());
  }

  /** Whether the lines cost what is due for them now. */
  public boolean areKept(Order order) {
    Map<Long, DueToday> due = due(order);
    return CartPlans.items(order)
        .filter(item -> due.containsKey(item.getId()))
        .allMatch(item -> due.get(item.getId()).amount().equals(Amounts.of(item.getRetailPrice())));
  }

  /**
   * Lets only carts pass whose lines cost what is due for them now.
   *
   * @throws PlanRefusedException if a line costs something else
   */
  public void requireKept(Order order) {
    if (!areKept(order)) {
      throw PlanRefusedException.dueHasChanged();
    }
  }

  /** What is due for the lines with plans, by Broadleaf's key of the item. */
  public Map<Long, DueToday> due(Order order) {
    List<DiscreteOrderItem> items =
        CartPlans.items(order).filter(item -> LinePlan.offered(item).isPresent()).toList();
    List<CartLine> offered =
        items.stream().map(item -> plans.line(item, LinePlan.offered(item))).toList();
    List<CartLine> granted = trials.apply(CartPlans.customer(order), offered);
    LocalDate today = time.today();
    Map<Long, DueToday> due = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      PlanOffer offer = granted.get(i).offer().orElseThrow();
      due.put(items.get(i).getId(), FirstPayments.of(offer, today));
    }
    return due;
  }

  private static void price(DiscreteOrderItem item, DueToday due) {
    boolean trialOffered = LinePlan.offered(item).flatMap(PlanOffer::trial).isPresent();
    LinePlan.trialUsed(item, trialOffered && due.offer().trial().isEmpty());
    item.setRetailPriceOverride(true);
    item.setSalePriceOverride(true);
    item.setBaseRetailPrice(unitPrice(due));
    item.setBaseSalePrice(unitPrice(due));
    item.setRetailPrice(unitPrice(due));
    item.setSalePrice(unitPrice(due));
  }

  private static org.broadleafcommerce.common.money.Money unitPrice(DueToday due) {
    return Amounts.of(due.amount());
  }

  /** Goods that nothing is paid for yet are not sent with the first order. */
  private static void ship(FulfillmentGroup group, Map<Long, DueToday> due) {
    List<Optional<DueToday>> items =
        group.getFulfillmentGroupItems().stream()
            .map(part -> Optional.ofNullable(due.get(part.getOrderItem().getId())))
            .toList();
    if (items.stream().noneMatch(Optional::isPresent)) {
      return;
    }
    boolean waits = items.stream().allMatch(item -> item.filter(d -> !d.delivers()).isPresent());
    if (waits) {
      FreeShipping.costNothing(group);
    } else {
      FreeShipping.costAsUsual(group);
    }
  }
}
