package org.evergreen.broadleaf.order;

import org.broadleafcommerce.core.order.domain.Order;

/**
 * The mark of orders that the engine makes: Broadleaf's checkout starts no subscriptions from them,
 * and the shop's offers leave their agreed prices alone.
 */
public final class RenewalMark {

  /** Name of the order attribute; its value is the engine's reference. */
  public static final String ATTRIBUTE = "evergreen.renewal";

  private RenewalMark() {}

  static void put(Order order, String reference) {
    OrderAttributes.put(order, ATTRIBUTE, reference);
  }

  /** Whether the engine made the order. */
  public static boolean on(Order order) {
    return OrderAttributes.get(order, ATTRIBUTE).isPresent();
  }
}
