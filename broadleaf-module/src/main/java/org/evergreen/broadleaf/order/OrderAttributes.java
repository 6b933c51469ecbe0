package org.evergreen.broadleaf.order;

import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderAttribute;
import org.broadleafcommerce.core.order.domain.OrderAttributeImpl;

/** Notes that are kept with a Broadleaf order. */
public final class OrderAttributes {

  private OrderAttributes() {}

  /** Keeps a note with an order, in place of an earlier one of that name. */
  public static void put(Order order, String name, String value) {
    OrderAttribute known = order.getOrderAttributes().get(name);
    if (known != null) {
      known.setValue(value);
      return;
    }
    OrderAttribute attribute = new OrderAttributeImpl();
    attribute.setName(name);
    attribute.setValue(value);
    attribute.setOrder(order);
    order.getOrderAttributes().put(name, attribute);
  }

  /** The note of that name. */
  public static Optional<String> get(Order order, String name) {
    Map<String, OrderAttribute> attributes = order.getOrderAttributes();
    return Optional.ofNullable(attributes).map(all -> all.get(name)).map(OrderAttribute::getValue);
  }
}
