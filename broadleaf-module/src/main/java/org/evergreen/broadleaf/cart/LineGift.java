package org.evergreen.broadleaf.cart;

import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemAttribute;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.checkout.Gift;
import org.evergreen.form.Typed;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Recipient;

/**
 * Who gets a line that is given to somebody else. The shopper's form sends the item attributes
 * {@value #EMAIL} and {@value #NAME}; it is sent where Broadleaf sends the line.
 */
public final class LineGift {

  /** Name of the item attribute with the recipient's e-mail address. */
  public static final String EMAIL = "evergreen.gift-email";

  /** Name of the item attribute with the recipient's name. */
  public static final String NAME = "evergreen.gift-name";

  /** Where an order keeps an attribute; a column of Broadleaf's has no room for more. */
  private static final int LONGEST = 250;

  private LineGift() {}

  /** Who gets a line; empty when the buyer himself does. */
  public static Optional<Gift> of(OrderItem item) {
    Map<String, OrderItemAttribute> attributes = item.getOrderItemAttributes();
    return text(attributes, EMAIL)
        .map(email -> new Recipient(email, text(attributes, NAME).orElse("")))
        .map(recipient -> new Gift(recipient, shipTo(item)));
  }

  private static Optional<String> text(Map<String, OrderItemAttribute> attributes, String name) {
    return Optional.ofNullable(attributes)
        .map(all -> all.get(name))
        .map(OrderItemAttribute::getValue)
        .filter(text -> !text.isBlank());
  }

  private static Optional<PostalAddress> shipTo(OrderItem item) {
    Order order = item.getOrder();
    return order.getFulfillmentGroups().stream()
        .filter(group -> holds(group, item))
        .map(FulfillmentGroup::getAddress)
        .flatMap(address -> OrderAddresses.read(address).stream())
        .findFirst();
  }

  private static boolean holds(FulfillmentGroup group, OrderItem item) {
    return group.getFulfillmentGroupItems().stream()
        .anyMatch(part -> item.getId().equals(part.getOrderItem().getId()));
  }

  /**
   * Who gets a line that is being added.
   *
   * @throws PlanRefusedException if that is no e-mail address, or a gift of something without plan
   */
  static Optional<Gift> asked(OrderItemRequestDTO request, boolean plan) {
    String email = cleaned(request, EMAIL);
    String name = cleaned(request, NAME);
    if (email.isEmpty()) {
      request.getItemAttributes().remove(EMAIL);
      request.getItemAttributes().remove(NAME);
      return Optional.empty();
    }
    if (!plan) {
      throw PlanRefusedException.giftWithoutPlan();
    }
    if (!Recipient.isEmail(email) || name.length() > LONGEST) {
      throw PlanRefusedException.noRecipient();
    }
    return Optional.of(new Gift(new Recipient(email, name), Optional.empty()));
  }

  /** What a form has sent, as it is kept with the line too: without what no database takes. */
  private static String cleaned(OrderItemRequestDTO request, String attribute) {
    request.getItemAttributes().computeIfPresent(attribute, (name, typed) -> Typed.line(typed));
    return request.getItemAttributes().getOrDefault(attribute, "");
  }
}
