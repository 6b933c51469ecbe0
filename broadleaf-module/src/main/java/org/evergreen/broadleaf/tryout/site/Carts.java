package org.evergreen.broadleaf.tryout.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.offer.service.exception.OfferException;
import org.broadleafcommerce.core.order.domain.NullOrderImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.exception.AddToCartException;
import org.broadleafcommerce.core.order.service.exception.RemoveFromCartException;
import org.broadleafcommerce.core.order.service.exception.UpdateCartException;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.evergreen.broadleaf.cart.PlanRefusedException;
import org.evergreen.broadleaf.cart.TodaysPrices;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The cart of the shopper whose request it is, through Broadleaf's services. */
@Component
class Carts {

  private final OrderService orders;
  private final OfferService offers;
  private final TodaysPrices prices;

  Carts(
      @Qualifier("blOrderService") OrderService orders,
      @Qualifier("blOfferService") OfferService offers,
      TodaysPrices prices) {
    this.orders = orders;
    this.offers = offers;
    this.prices = prices;
  }

  /** The cart, empty when nothing is in it. */
  Optional<Order> current() {
    Order cart = CartState.getCart();
    return Optional.ofNullable(cart)
        .filter(each -> !(each instanceof NullOrderImpl) && each.getSubmitDate() == null)
        .filter(each -> each.getOrderItems() != null && !each.getOrderItems().isEmpty());
  }

  /** The number of the order that the cart has become while this request waited. */
  Optional<String> becomeOrder() {
    return Optional.ofNullable(CartState.getCart())
        .filter(each -> !(each instanceof NullOrderImpl) && each.getSubmitDate() != null)
        .map(Order::getOrderNumber);
  }

  /**
   * Adds a product.
   *
   * @param attributes the plan, the product's options, and who gets it; blank for what is not
   *     wanted
   * @return why it could not be added, empty when it was
   */
  Optional<String> add(long product, int quantity, Map<String, String> attributes) {
    Order cart = CartState.getCart();
    if (cart == null || cart instanceof NullOrderImpl) {
      cart = orders.createNewCartForCustomer(CustomerState.getCustomer());
    }
    // Without the SKU's id: with it Broadleaf would merge lines of different plans.
    OrderItemRequestDTO request = new OrderItemRequestDTO(product, quantity);
    attributes.entrySet().stream()
        .filter(attribute -> !attribute.getValue().isBlank())
        .forEach(each -> request.getItemAttributes().put(each.getKey(), each.getValue()));
    try {
      keep(orders.addItem(cart.getId(), request, false));
      return Optional.empty();
    } catch (AddToCartException | PricingException e) {
      return Optional.of(
          PlanRefusedException.in(e)
              .map(Throwable::getMessage)
              .orElse("This product cannot be added at the moment."));
    }
  }

  /**
   * Notes an offer's code with the cart.
   *
   * @return why it could not be noted, empty when it was
   */
  Optional<String> useCode(String text) {
    OfferCode code = offers.lookupOfferCodeByCode(text);
    Optional<Order> cart = current();
    if (code == null || !code.isActive() || cart.isEmpty()) {
      return Optional.of("There is no such code, or it is over.");
    }
    try {
      CartState.setCart(orders.addOfferCode(cart.get(), code, true));
      return Optional.empty();
    } catch (OfferException e) {
      return Optional.of("This code cannot be used with this cart, or not again.");
    } catch (PricingException e) {
      throw new IllegalStateException("Broadleaf could not price the cart", e);
    }
  }

  /** Sets how many units a line has; 0 removes it. A line of another cart is left alone. */
  void change(long item, int quantity) {
    Optional<Order> cart = current().filter(each -> has(each, item));
    if (cart.isEmpty()) {
      return;
    }
    OrderItemRequestDTO request = new OrderItemRequestDTO();
    request.setOrderItemId(item);
    request.setQuantity(quantity);
    try {
      keep(
          quantity == 0
              ? orders.removeItem(cart.get().getId(), item, false)
              : orders.updateItemQuantity(cart.get().getId(), request, false));
    } catch (UpdateCartException | RemoveFromCartException | PricingException e) {
      throw new IllegalStateException("Broadleaf could not change the cart", e);
    }
  }

  private static boolean has(Order cart, long item) {
    return cart.getOrderItems().stream().anyMatch(each -> each.getId() == item);
  }

  /** Prices the cart and keeps it. */
  Order keep(Order cart) throws PricingException {
    Order priced = orders.save(cart, true);
    CartState.setCart(priced);
    return priced;
  }

  /**
   * The cart at today's prices: the day and the customer decide what is due. It is written only
   * when that has changed, since a page that is looked at holds no lock on the cart.
   */
  Order upToDate(Order cart) throws PricingException {
    return prices.areKept(cart) ? cart : keep(cart);
  }

  /** The next product goes into a new cart. */
  void forget() {
    CartState.setCart(null);
  }

  /** The order that a customer placed under a number. */
  Optional<Order> placed(String number) {
    return Optional.ofNullable(orders.findOrderByOrderNumber(number))
        .filter(order -> order.getCustomer().getId().equals(CustomerState.getCustomer().getId()));
  }

  /** What the customer has ordered, latest first. */
  List<Order> history() {
    return orders.findOrdersForCustomer(CustomerState.getCustomer(), OrderStatus.SUBMITTED).stream()
        .sorted(Comparator.comparing(Order::getSubmitDate).reversed())
        .toList();
  }
}
