package org.evergreen.broadleaf.tryout.site;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.evergreen.broadleaf.tryout.start.TryoutClock;
import org.evergreen.time.ShopTime;
import org.springframework.stereotype.Component;

/** What the layout shows around every page; templates call it by its name. */
@Component("tryoutFrame")
public class ShopFrame {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.US);

  private final ShopTime time;
  private final TryoutClock clock;

  ShopFrame(ShopTime time, TryoutClock clock) {
    this.time = time;
    this.clock = clock;
  }

  /** First name of whoever is signed in, empty for a guest. */
  public String customer() {
    Customer customer = CustomerState.getCustomer();
    return customer == null || !customer.isRegistered() || customer.getFirstName() == null
        ? ""
        : customer.getFirstName();
  }

  /** How many units are in the cart. */
  public int units() {
    Order cart = CartState.getCart();
    List<OrderItem> items = cart == null ? null : cart.getOrderItems();
    return items == null ? 0 : items.stream().mapToInt(OrderItem::getQuantity).sum();
  }

  /** The shop's date. */
  public String date() {
    return time.today().format(DATE);
  }

  /** Whether the shop's clock was moved. */
  public boolean moved() {
    return clock.isMoved();
  }
}
