package org.evergreen.admin.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.Plan;
import org.evergreen.plan.PlanForm;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.PlanConditions;
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
        "",
        true,
        false,
        "1",
        "MONTH",
        new PlanForm.Price("PERCENT_OFF", "0", "", "", "", "", ""),
        new PlanForm.Start("", "", false, "", "", "", "FULL_NOW", ""),
        "",
        new PlanForm.Conditions(false, "NONE", "", "", "ALL_AT_ONCE"),
        Set.of(),
        "");
  }

  /** The form that reads as the plan is now; the days of a sale are those of a zone. */
  static PlanForm of(Plan plan, ZoneId zone) {
    PlanTerms terms = plan.terms();
    return new PlanForm(
        plan.name(),
        plan.active(),
        plan.storewide(),
        Integer.toString(terms.interval().count()),
        terms.interval().unit().name(),
        price(terms, zone),
        start(terms),
        terms.length().isPresent() ? Integer.toString(terms.length().getAsInt()) : "",
        conditions(terms.conditions()),
        plan.products().stream().map(ProductId::value).collect(Collectors.toSet()),
        plan.changeGroup().map(ChangeGroupId::toString).orElse(""));
  }

  private static PlanForm.Price price(PlanTerms terms, ZoneId zone) {
    Optional<PriceRule.Sale> sale =
        terms.price() instanceof PriceRule.OwnPrice own ? own.sale() : Optional.empty();
    return new PlanForm.Price(
        kindOf(terms.price()),
        plain(valueOf(terms.price())),
        terms.signUpFee().getCurrencyUnit().getCode(),
        terms.signUpFee().isZero() ? "" : plain(terms.signUpFee().getAmount()),
        sale.map(lower -> plain(lower.price().getAmount())).orElse(""),
        sale.flatMap(PriceRule.Sale::from).map(first -> day(first, zone)).orElse(""),
        sale.flatMap(PriceRule.Sale::until)
            .map(end -> day(end.minus(1, ChronoUnit.MICROS), zone))
            .orElse(""));
  }

  private static String day(Instant moment, ZoneId zone) {
    return moment.atZone(zone).toLocalDate().toString();
  }

  private static PlanForm.Start start(PlanTerms terms) {
    Optional<AlignmentDay> day = terms.alignment().map(Alignment::day);
    Optional<AlignmentDay.DayOfYear> ofYear =
        day.filter(AlignmentDay.DayOfYear.class::isInstance)
            .map(AlignmentDay.DayOfYear.class::cast);
    return new PlanForm.Start(
        terms.trial().map(trial -> Integer.toString(trial.length().count())).orElse(""),
        terms.trial().map(Trial::length).map(BillingInterval::unit).map(Enum::name).orElse(""),
        terms.trial().map(Trial::oncePerCustomer).orElse(false),
        day.map(PlanForms::code).orElse(""),
        ofYear.map(date -> Integer.toString(date.day().getDayOfMonth())).orElse(""),
        ofYear.map(date -> Integer.toString(date.day().getMonthValue())).orElse(""),
        terms.alignment().map(Alignment::firstPayment).map(Enum::name).orElse("FULL_NOW"),
        terms.alignment().map(aligned -> countOrEmpty(aligned.graceDays())).orElse(""));
  }

  private static String code(AlignmentDay day) {
    if (day instanceof AlignmentDay.Weekday weekday) {
      return "WEEKDAY-" + weekday.day().getValue();
    }
    if (day instanceof AlignmentDay.DayOfMonth dayOfMonth) {
      return "DAY_OF_MONTH-" + dayOfMonth.day();
    }
    return day instanceof AlignmentDay.DayOfYear ? "DAY_OF_YEAR" : "LAST_DAY_OF_MONTH";
  }

  private static PlanForm.Conditions conditions(PlanConditions conditions) {
    return new PlanForm.Conditions(
        conditions.shippingOnce(),
        conditions.limit().name(),
        countOrEmpty(conditions.commitment().minimumPayments()),
        countOrEmpty(conditions.commitment().noticeDays()),
        conditions.downloads().name());
  }

  private static String countOrEmpty(int count) {
    return count == 0 ? "" : Integer.toString(count);
  }

  /** What the browser sent, untouched. */
  static PlanForm of(MultiValueMap<String, String> sent) {
    return new PlanForm(
        sent.getFirst("name"),
        sent.containsKey("active"),
        sent.containsKey("storewide"),
        sent.getFirst("intervalCount"),
        sent.getFirst("intervalUnit"),
        new PlanForm.Price(
            sent.getFirst("priceKind"),
            sent.getFirst("priceValue"),
            sent.getFirst("currency"),
            sent.getFirst("signUpFee"),
            sent.getFirst("salePrice"),
            sent.getFirst("saleFrom"),
            sent.getFirst("saleTo")),
        startOf(sent),
        sent.getFirst("payments"),
        new PlanForm.Conditions(
            sent.containsKey("shippingOnce"),
            sent.getFirst("limit"),
            sent.getFirst("minimumPayments"),
            sent.getFirst("noticeDays"),
            sent.getFirst("downloads")),
        new LinkedHashSet<>(sent.getOrDefault("products", List.of())),
        sent.getFirst("changeGroup"));
  }

  private static PlanForm.Start startOf(MultiValueMap<String, String> sent) {
    return new PlanForm.Start(
        sent.getFirst("trialCount"),
        sent.getFirst("trialUnit"),
        sent.containsKey("trialOnce"),
        sent.getFirst("alignmentDay"),
        sent.getFirst("yearDay"),
        sent.getFirst("yearMonth"),
        sent.getFirst("firstPayment"),
        sent.getFirst("graceDays"));
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
