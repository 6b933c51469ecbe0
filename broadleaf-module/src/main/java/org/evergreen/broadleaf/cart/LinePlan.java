package org.evergreen.broadleaf.cart;

import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.PlanOfferText;
import org.evergreen.terms.Trial;

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
  private static final String TRIAL_USED = "evergreen.trial-used";

  /** How much of the terms a column of Broadleaf's holds. */
  private static final int PART = 250;

  private LinePlan() {}

  /**
   * The terms under which this customer buys a line, as it was priced last; empty for a one-time
   * purchase.
   */
  public static Optional<PlanOffer> of(OrderItem item) {
    return offered(item).map(offer -> isTrialUsed(item) ? withoutTrial(offer) : offer);
  }

  /** The terms as they were offered when the line was put into the cart. */
  static Optional<PlanOffer> offered(OrderItem item) {
    if (!(item instanceof DiscreteOrderItem discrete)) {
      return Optional.empty();
    }
    Map<String, String> kept = discrete.getAdditionalAttributes();
    return Optional.ofNullable(kept.get(TERMS))
        .map(first -> PlanOfferText.read(text(kept, first)))
        .map(terms -> named(terms, kept.getOrDefault(NAME, "")));
  }

  private static String text(Map<String, String> kept, String first) {
    StringBuilder text = new StringBuilder(first);
    for (int part = 2; kept.containsKey(TERMS + "-" + part); part++) {
      text.append(kept.get(TERMS + "-" + part));
    }
    return text.toString();
  }

  /** Notes whether the customer has had the trial that he gets only once. */
  static void trialUsed(DiscreteOrderItem item, boolean used) {
    if (used) {
      item.getAdditionalAttributes().put(TRIAL_USED, "true");
    } else {
      item.getAdditionalAttributes().remove(TRIAL_USED);
    }
  }

  private static boolean isTrialUsed(OrderItem item) {
    return ((DiscreteOrderItem) item).getAdditionalAttributes().containsKey(TRIAL_USED);
  }

  /** The plan's id as the shopper's form sent it; empty when he chose none. */
  static Optional<String> chosen(OrderItemRequestDTO request) {
    return Optional.ofNullable(request.getItemAttributes().get(PLAN)).filter(id -> !id.isBlank());
  }

  /** Forgets what a form may have sent in the place of terms. */
  static void clear(OrderItemRequestDTO request) {
    request
        .getAdditionalAttributes()
        .keySet()
        .removeIf(name -> name.startsWith(TERMS) || name.equals(NAME) || name.equals(TRIAL_USED));
  }

  /** Keeps terms with a line that is being added, in parts that columns have room for. */
  static void keep(OrderItemRequestDTO request, PlanOffer offer) {
    String text = PlanOfferText.write(named(offer, ""));
    for (int part = 1, from = 0; from < text.length(); part++, from += PART) {
      String name = part == 1 ? TERMS : TERMS + "-" + part;
      String value = text.substring(from, Math.min(text.length(), from + PART));
      request.getAdditionalAttributes().put(name, value);
    }
    request.getAdditionalAttributes().put(NAME, offer.planName());
  }

  private static PlanOffer named(PlanOffer offer, String name) {
    return copy(offer, name, offer.trial());
  }

  private static PlanOffer withoutTrial(PlanOffer offer) {
    return copy(offer, offer.planName(), Optional.empty());
  }

  private static PlanOffer copy(PlanOffer offer, String name, Optional<Trial> trial) {
    return new PlanOffer(
        offer.plan(),
        name,
        offer.interval(),
        offer.unitPrice(),
        offer.signUpFee(),
        trial,
        offer.length(),
        offer.alignment(),
        offer.conditions());
  }
}
