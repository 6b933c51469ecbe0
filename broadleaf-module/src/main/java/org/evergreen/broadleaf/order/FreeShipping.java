package org.evergreen.broadleaf.order;

import java.util.List;
import java.util.Set;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.FulfillmentGroupService;
import org.broadleafcommerce.core.order.service.call.FulfillmentGroupItemRequest;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.evergreen.broadleaf.Amounts;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Lets some items of an order ship free, in parcels of their own. */
public class FreeShipping {

  private final FulfillmentGroupService groups;

  public FreeShipping(FulfillmentGroupService groups) {
    this.groups = groups;
  }

  /**
   * Parts the items that ship free from the others, for which Broadleaf works shipping out.
   *
   * @param free keys of order items
   */
  void give(Order order, Set<Long> free) throws PricingException {
    for (FulfillmentGroup group : List.copyOf(order.getFulfillmentGroups())) {
      List<FulfillmentGroupItem> apart =
          group.getFulfillmentGroupItems().stream()
              .filter(item -> free.contains(item.getOrderItem().getId()))
              .toList();
      if (apart.size() == group.getFulfillmentGroupItems().size()) {
        costNothing(group);
      } else if (!apart.isEmpty()) {
        move(order, group, apart);
      }
    }
  }

  private void move(Order order, FulfillmentGroup from, List<FulfillmentGroupItem> items)
      throws PricingException {
    FulfillmentGroup own = groups.createEmptyFulfillmentGroup();
    own.setType(from.getType());
    own.setOrder(order);
    order.getFulfillmentGroups().add(own);
    costNothing(own);
    for (FulfillmentGroupItem item : items) {
      FulfillmentGroupItemRequest request = new FulfillmentGroupItemRequest();
      request.setOrder(order);
      request.setOrderItem(item.getOrderItem());
      request.setQuantity(item.getQuantity());
      request.setFulfillmentGroup(own);
      groups.addItemToFulfillmentGroup(request, false, false);
    }
  }

  /** Broadleaf works the group's shipping out again. */
  public static void costAsUsual(FulfillmentGroup group) {
    group.setShippingOverride(false);
  }

  /** The group ships free, whatever Broadleaf would work out. */
  public static void costNothing(FulfillmentGroup group) {
    CurrencyUnit currency = CurrencyUnit.of(group.getOrder().getCurrency().getCurrencyCode());
    org.broadleafcommerce.common.money.Money nothing = Amounts.of(Money.zero(currency));
    group.setShippingOverride(true);
    group.setRetailFulfillmentPrice(nothing);
    group.setSaleFulfillmentPrice(nothing);
    group.setFulfillmentPrice(nothing);
  }
}
