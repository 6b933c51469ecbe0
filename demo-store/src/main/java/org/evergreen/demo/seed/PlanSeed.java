package org.evergreen.demo.seed;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.plan.ChangeGroupDraft;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanDraft;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.plan.SellingMode;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** The plans that the demo offers: one of each kind that a merchant may think of. */
@Component
class PlanSeed {

  private static final BillingInterval MONTH = BillingInterval.every(1, IntervalUnit.MONTH);
  private static final BillingInterval YEAR = BillingInterval.every(1, IntervalUnit.YEAR);
  private static final BillingInterval TWO_WEEKS = BillingInterval.every(2, IntervalUnit.WEEK);
  private static final PriceRule TEN_PERCENT_OFF = new PriceRule.PercentOff(BigDecimal.TEN);

  private final Plans plans;
  private final ChangeGroups groups;
  private final ProductSelling selling;
  private final ShopTime time;

  PlanSeed(Plans plans, ChangeGroups groups, ProductSelling selling, ShopTime time) {
    this.plans = plans;
    this.groups = groups;
    this.selling = selling;
    this.time = time;
  }

  void plant() {
    plantCoffee();
    plantShaving();
    plantReading();
    plantLearning();
    plantMembership();
    for (String product : new String[] {"stoneware-mug", "hand-grinder", "gift-card"}) {
      selling.save(new ProductId(product), SellingMode.ONE_TIME_ONLY, Optional.empty());
    }
  }

  private void plantCoffee() {
    String[] coffees = {"house-blend", "night-owl-espresso", "slow-sunday-decaf"};
    Optional<ChangeGroupId> coffee = group("Coffee", coffees);
    PlanTerms twoWeeks = new SeedTerms(TWO_WEEKS, TEN_PERCENT_OFF).build();
    PlanTerms monthly = new SeedTerms(MONTH, TEN_PERCENT_OFF).build();
    create("Every two weeks", twoWeeks, coffee, coffees);
    create(
        "Monthly delivery",
        monthly,
        coffee,
        "house-blend",
        "night-owl-espresso",
        "slow-sunday-decaf",
        "blade-refills",
        "cedar-soap");
    PlanTerms atLeastThree =
        new SeedTerms(MONTH, new PriceRule.PercentOff(BigDecimal.valueOf(20)))
            .commitment(new Commitment(3, 7))
            .build();
    create("Monthly, at least three bags", atLeastThree, Optional.empty(), "slow-sunday-decaf");
  }

  private void plantShaving() {
    PlanTerms firstOfMonth =
        new SeedTerms(MONTH, TEN_PERCENT_OFF)
            .on(new AlignmentDay.DayOfMonth(1), Alignment.FirstPayment.PRORATED, 3)
            .build();
    create("On the first of the month", firstOfMonth, Optional.empty(), "blade-refills");
    PlanTerms quarterly =
        new SeedTerms(
                BillingInterval.every(3, IntervalUnit.MONTH), new PriceRule.AmountOff(usd("2")))
            .build();
    create("Every three months", quarterly, Optional.empty(), "cedar-soap");
    PlanTerms threeParts =
        new SeedTerms(MONTH, own("15"))
            .payments(3)
            .shippingOnce()
            .limit(PurchaseLimit.ONE_EVER)
            .build();
    create("Three payments", threeParts, Optional.empty(), "razor-kit");
  }

  private void plantReading() {
    PlanId slowBrew =
        create(
            "A year of Slow Brew",
            new SeedTerms(YEAR, own("36")).build(),
            Optional.empty(),
            "slow-brew-quarterly");
    preselect("slow-brew-quarterly", SellingMode.BOTH, slowBrew);
    PlanId strop =
        create(
            "A year of Strop & Lather",
            new SeedTerms(YEAR, own("24")).build(),
            Optional.empty(),
            "strop-and-lather");
    preselect("strop-and-lather", SellingMode.BOTH, strop);
  }

  private void plantLearning() {
    create(
        "Twelve payments",
        new SeedTerms(MONTH, own("5")).payments(12).build(),
        Optional.empty(),
        "barista-basics");
    PlanId studio =
        create(
            "Studio, monthly",
            new SeedTerms(MONTH, own("15")).signUpFee(usd("20")).build(),
            Optional.empty(),
            "latte-art-studio");
    preselect("latte-art-studio", SellingMode.PLAN_ONLY, studio);
    PlanTerms thursdays =
        new SeedTerms(BillingInterval.every(1, IntervalUnit.WEEK), own("5"))
            .on(
                new AlignmentDay.Weekday(DayOfWeek.THURSDAY),
                Alignment.FirstPayment.NOTHING_UNTIL_DAY,
                0)
            .build();
    create("Studio, by the week", thursdays, Optional.empty(), "latte-art-studio");
    PriceRule sale =
        new PriceRule.OwnPrice(
            usd("9"),
            Optional.of(
                new PriceRule.Sale(
                    usd("6"),
                    Optional.empty(),
                    Optional.of(time.now().plus(Duration.ofDays(60))))));
    PlanId lessons =
        create(
            "A lesson a month",
            new SeedTerms(MONTH, sale).downloads(DownloadRelease.AFTER_RENEWAL).build(),
            Optional.empty(),
            "home-roasting");
    preselect("home-roasting", SellingMode.PLAN_ONLY, lessons);
  }

  private void plantMembership() {
    Optional<ChangeGroupId> membership = group("Membership");
    Trial twoWeeks = new Trial(BillingInterval.every(14, IntervalUnit.DAY), true);
    PlanTerms trial =
        new SeedTerms(MONTH, own("12")).trial(twoWeeks).limit(PurchaseLimit.ONE_ACTIVE).build();
    PlanTerms yearly = new SeedTerms(YEAR, own("120")).limit(PurchaseLimit.ONE_ACTIVE).build();
    PlanId monthly = create("Member, monthly", trial, membership, "circle-membership");
    create("Member, yearly", yearly, membership, "circle-membership");
    preselect("circle-membership", SellingMode.PLAN_ONLY, monthly);
  }

  private Optional<ChangeGroupId> group(String name, String... products) {
    return Optional.of(
        groups.create(new ChangeGroupDraft(name, ids(products), PolicyOverrides.none())));
  }

  private PlanId create(
      String name, PlanTerms terms, Optional<ChangeGroupId> group, String... products) {
    return plans.create(new PlanDraft(name, true, false, terms, ids(products), group));
  }

  private static Set<ProductId> ids(String... products) {
    return Arrays.stream(products).map(ProductId::new).collect(Collectors.toSet());
  }

  private void preselect(String product, SellingMode mode, PlanId plan) {
    selling.save(new ProductId(product), mode, Optional.of(plan));
  }

  private static PriceRule own(String dollars) {
    return new PriceRule.OwnPrice(usd(dollars));
  }

  private static Money usd(String dollars) {
    return Money.parse("USD " + dollars);
  }
}
