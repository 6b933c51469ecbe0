package org.evergreen.admin.plan;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.plan.Plan;
import org.evergreen.plan.PlanForm;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.Trial;
import org.springframework.util.MultiValueMap;

/** The plan form: empty, as a plan fills it, and as it was sent by a browser. */
final class PlanForms {

  private PlanForms() {}

  /** A new plan: monthly at the product's price, until cancelled. */
  static PlanForm empty() {
    return new PlanForm(
        "", true, false, "1", "MONTH", "PERCENT_OFF", "0", "", "", "", "", Set.of());
  }

  /** The form that reads as the plan is now. */
  static PlanForm of(Plan plan) {
    PlanTerms terms = plan.terms();
    return new PlanForm(
        plan.name(),
        plan.active(),
        plan.storewide(),
        Integer.toString(terms.interval().count()),
        terms.interval().unit().name(),
        kindOf(terms.price()),
        plain(valueOf(terms.price())),
        terms.signUpFee().isZero() ? "" : plain(terms.signUpFee().getAmount()),
        terms.trial().map(trial -> Integer.toString(trial.length().count())).orElse(""),
        terms.trial().map(Trial::length).map(BillingInterval::unit).map(Enum::name).orElse(""),
        terms.length().isPresent() ? Integer.toString(terms.length().getAsInt()) : "",
        plan.products().stream().map(ProductId::value).collect(Collectors.toSet()));
  }

  /** What the browser sent, untouched. */
  static PlanForm of(MultiValueMap<String, String> sent) {
    return new PlanForm(
        sent.getFirst("name"),
        sent.containsKey("active"),
        sent.containsKey("storewide"),
        sent.getFirst("intervalCount"),
        sent.getFirst("intervalUnit"),
        sent.getFirst("priceKind"),
        sent.getFirst("priceValue"),
        sent.getFirst("signUpFee"),
        sent.getFirst("trialCount"),
        sent.getFirst("trialUnit"),
        sent.getFirst("payments"),
        new LinkedHashSet<>(sent.getOrDefault("products", List.of())));
  }

  private static String kindOf(PriceRule rule) {
    if (rule instanceof PriceRule.PercentOff) {
      return "PERCENT_OFF";
    }
    return rule instanceof PriceRule.AmountOff ? "AMOUNT_OFF" : "OWN_PRICE";
  }

  private static BigDecimal valueOf(PriceRule rule) {
    if (rule instanceof PriceRule.PercentOff off) {
      return off.percent().stripTrailingZeros();
    }
    return rule instanceof PriceRule.AmountOff off
        ? off.amount().getAmount()
        : ((PriceRule.OwnPrice) rule).price().getAmount();
  }

  private static String plain(BigDecimal value) {
    return value.toPlainString();
  }
}
