package org.evergreen.broadleaf.cart;

import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.PlanOfferText;

/**
 * The plan of a line in Broadleaf's cart. The shopper's form sends the plan's id as the item
 * attribute {@value #PLAN}; the terms of that moment are kept in the item's additional attributes,
 * which Broadleaf does not compare when it looks for an equal line to merge with.
 */
public final class LinePlan {

  /** Name of the item attribute with the plan's id. */
  public static final String PLAN = "evergreen.plan";

  private static final String TERMS = "evergreen.terms";
  private static final String NAME = "evergreen.plan-name";

  private LinePlan() {}

  /** The terms under which a line was put into the cart; empty for a one-time purchase. */
  public static Optional<PlanOffer> of(OrderItem item) {
    if (!(item instanceof DiscreteOrderItem discrete)) {
      return Optional.empty();
    }
    Map<String, String> kept = discrete.getAdditionalAttributes();
    return Optional.ofNullable(kept.get(TERMS))
        .map(PlanOfferText::read)
        .map(terms -> terms.named(kept.getOrDefault(NAME, "")));
  }

  /** The plan's id as the shopper's form sent it; empty when he chose none. */
  static Optional<String> chosen(OrderItemRequestDTO request) {
    return Optional.ofNullable(request.getItemAttributes().get(PLAN)).filter(id -> !id.isBlank());
  }

  /** Forgets what a form may have sent in the place of terms. */
  static void clear(OrderItemRequestDTO request) {
    request.getAdditionalAttributes().remove(TERMS);
    request.getAdditionalAttributes().remove(NAME);
  }

  /** Keeps terms with a line that is being added. A column has room for one part of them. */
  static void keep(OrderItemRequestDTO request, PlanOffer offer) {
    request.getAdditionalAttributes().put(TERMS, PlanOfferText.write(offer.named("")));
    request.getAdditionalAttributes().put(NAME, offer.planName());
  }
}
