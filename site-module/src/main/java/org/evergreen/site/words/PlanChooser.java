package org.evergreen.site.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.joda.money.Money;

/**
 * The ways to buy a product, for the fragment {@code planChooser}; the bean {@code
 * evergreenPlanChooser}.
 */
public class PlanChooser {
  private final SiteWords words;
  private final OfferWords offerWords;

  public PlanChooser(SiteWords words, OfferWords offerWords) {
    this.words = words;
    this.offerWords = offerWords;
  }

  /**
   * One-time purchase first if the product is sold that way, then its plans. Exactly one is
   * checked: the merchant's preselection if it is on offer, else the first.
   *
   * @param oneTimePrice price of one unit without a plan
   */
  public List<PlanChoice> choices(ProductOffer offer, Money oneTimePrice) {
    List<PlanOffer> plans = offer.mode().allowsPlans() ? offer.offers() : List.of();
    Optional<PlanId> checked = checkedPlan(offer, plans);
    List<PlanChoice> choices = new ArrayList<>();
    if (offer.mode().allowsOneTime()) {
      choices.add(oneTime(oneTimePrice, checked.isEmpty()));
    }
    for (PlanOffer plan : plans) {
      choices.add(choice(plan, oneTimePrice, checked.equals(Optional.of(plan.plan()))));
    }
    return choices;
  }

  private static Optional<PlanId> checkedPlan(ProductOffer offer, List<PlanOffer> plans) {
    Optional<PlanId> preselected =
        offer.preselected().filter(id -> plans.stream().anyMatch(plan -> plan.plan().equals(id)));
    if (preselected.isPresent() || offer.mode().allowsOneTime()) {
      return preselected;
    }
    return plans.stream().findFirst().map(PlanOffer::plan);
  }

  private PlanChoice oneTime(Money price, boolean checked) {
    return new PlanChoice(
        "", "One-time purchase", words.money(price), "", List.of("No subscription"), checked);
  }

  private PlanChoice choice(PlanOffer plan, Money oneTimePrice, boolean checked) {
    return new PlanChoice(
        plan.plan().toString(),
        plan.planName(),
        offerWords.price(plan),
        saving(plan, oneTimePrice),
        offerWords.details(plan),
        checked);
  }

  /**
   * Whole percents, rounded down so that the promise is kept. A number of payments may be
   * instalments of one price, so that a single one compares with nothing.
   */
  private static String saving(PlanOffer plan, Money oneTimePrice) {
    Money unitPrice = plan.unitPrice();
    boolean comparable =
        plan.length().isEmpty()
            && unitPrice.isSameCurrency(oneTimePrice)
            && oneTimePrice.isPositive();
    if (!comparable || !unitPrice.isLessThan(oneTimePrice)) {
      return "";
    }
    BigDecimal saved = oneTimePrice.minus(unitPrice).getAmount().movePointRight(2);
    int percent = saved.divide(oneTimePrice.getAmount(), 0, RoundingMode.DOWN).intValueExact();
    return percent == 0 ? "" : "Save " + percent + "%";
  }
}
