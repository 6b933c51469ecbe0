package org.evergreen.demo.seed;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.evergreen.plan.PlanDraft;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.plan.SellingMode;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.Trial;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The plans that the demo offers: one of each kind that a merchant may think of. */
@Component
class PlanSeed {

  private static final BillingInterval MONTH = BillingInterval.every(1, IntervalUnit.MONTH);
  private static final BillingInterval YEAR = BillingInterval.every(1, IntervalUnit.YEAR);
  private static final BillingInterval TWO_WEEKS = BillingInterval.every(2, IntervalUnit.WEEK);
  private static final Money NO_FEE = Money.parse("USD 0");
  private static final PriceRule TEN_PERCENT_OFF = new PriceRule.PercentOff(BigDecimal.TEN);

  private final Plans plans;
  private final ProductSelling selling;

  PlanSeed(Plans plans, ProductSelling selling) {
    this.plans = plans;
    this.selling = selling;
  }

  void plant() {
    String[] coffees = {"house-blend", "night-owl-espresso", "slow-sunday-decaf"};
    create("Every two weeks", terms(TWO_WEEKS, TEN_PERCENT_OFF), coffees);
    create(
        "Monthly delivery",
        terms(MONTH, TEN_PERCENT_OFF),
        "house-blend",
        "night-owl-espresso",
        "slow-sunday-decaf",
        "blade-refills",
        "cedar-soap");
    plantReading();
    plantLearning();
    plantMembership();
    for (String product :
        new String[] {"stoneware-mug", "hand-grinder", "razor-kit", "gift-card"}) {
      selling.save(new ProductId(product), SellingMode.ONE_TIME_ONLY, Optional.empty());
    }
  }

  private void plantReading() {
    PlanId slowBrew = create("A year of Slow Brew", terms(YEAR, own("36")), "slow-brew-quarterly");
    preselect("slow-brew-quarterly", SellingMode.BOTH, slowBrew);
    PlanId strop = create("A year of Strop & Lather", terms(YEAR, own("24")), "strop-and-lather");
    preselect("strop-and-lather", SellingMode.BOTH, strop);
  }

  private void plantLearning() {
    PlanTerms inParts =
        new PlanTerms(MONTH, own("5"), NO_FEE, Optional.empty(), OptionalInt.of(12));
    create("Twelve payments", inParts, "barista-basics");
    PlanTerms withFee =
        new PlanTerms(
            MONTH, own("15"), Money.parse("USD 20"), Optional.empty(), OptionalInt.empty());
    PlanId studio = create("Studio, monthly", withFee, "latte-art-studio");
    preselect("latte-art-studio", SellingMode.PLAN_ONLY, studio);
  }

  private void plantMembership() {
    Trial twoWeeks = new Trial(BillingInterval.every(14, IntervalUnit.DAY));
    PlanTerms trial =
        new PlanTerms(MONTH, own("12"), NO_FEE, Optional.of(twoWeeks), OptionalInt.empty());
    PlanId monthly = create("Member, monthly", trial, "circle-membership");
    create("Member, yearly", terms(YEAR, own("120")), "circle-membership");
    preselect("circle-membership", SellingMode.PLAN_ONLY, monthly);
  }

  private PlanId create(String name, PlanTerms terms, String... products) {
    return plans.create(
        new PlanDraft(
            name,
            true,
            false,
            terms,
            Arrays.stream(products).map(ProductId::new).collect(Collectors.toSet())));
  }

  private void preselect(String product, SellingMode mode, PlanId plan) {
    selling.save(new ProductId(product), mode, Optional.of(plan));
  }

  private static PlanTerms terms(BillingInterval interval, PriceRule price) {
    return new PlanTerms(interval, price, NO_FEE, Optional.empty(), OptionalInt.empty());
  }

  private static PriceRule own(String dollars) {
    return new PriceRule.OwnPrice(Money.parse("USD " + dollars));
  }
}
