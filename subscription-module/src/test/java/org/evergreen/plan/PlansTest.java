package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.terms.IntervalUnit.YEAR;
import static org.evergreen.testing.DraftBuilder.plan;
import static org.evergreen.testing.OfferBuilder.usd;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.TestShop;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlansTest {

  private static final ProductId COFFEE = new ProductId("coffee");
  private static final ProductId TEA = new ProductId("tea");

  private static TestShop shop;
  private static Plans plans;

  @BeforeAll
  static void open() {
    shop = TestShop.in("UTC", "2026-01-31T10:00:00Z");
    plans = shop.get(Plans.class);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
  }

  static List<PlanDraft> drafts() {
    Money yen = Money.ofMajor(CurrencyUnit.of("JPY"), 1500);
    return List.of(
        plan("Plain").build(),
        plan("Percent").percentOff("33.3333").every(2, WEEK).on(COFFEE).on(TEA).build(),
        plan("Amount").price(new PriceRule.AmountOff(usd("1.25"))).signUpFee(usd("3")).build(),
        plan("Yen").price(new PriceRule.OwnPrice(yen)).signUpFee(yen).storewide().build(),
        plan("Trial").trial(14, DAY).payments(12).inactive().build(),
        plan("Trial once").trialOnce(1, WEEK).build(),
        plan("Sale").price(onSale("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z")).build(),
        plan("Sale without dates").price(onSale(null, null)).build(),
        plan("Weekday")
            .every(2, WEEK)
            .proratedTo(new AlignmentDay.Weekday(DayOfWeek.SUNDAY))
            .grace(3)
            .build(),
        plan("Day of month").nothingUntil(new AlignmentDay.DayOfMonth(28)).build(),
        plan("Last day").fullNowThenOn(new AlignmentDay.LastDayOfMonth()).build(),
        plan("Day of year")
            .every(1, YEAR)
            .nothingUntil(new AlignmentDay.DayOfYear(MonthDay.of(2, 29)))
            .build(),
        plan("Conditions")
            .shippingOnce()
            .limit(PurchaseLimit.ONE_EVER)
            .commitment(3, 30)
            .drip()
            .build(),
        plan("Limit").limit(PurchaseLimit.ONE_ACTIVE).commitment(0, 14).build());
  }

  private static PriceRule onSale(String from, String until) {
    return new PriceRule.OwnPrice(
        usd("12"),
        Optional.of(
            new PriceRule.Sale(
                usd("9.50"),
                Optional.ofNullable(from).map(Instant::parse),
                Optional.ofNullable(until).map(Instant::parse))));
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void everyPartOfAPlanIsKept(PlanDraft draft) {
    PlanId id = plans.create(draft);
    Plan kept = plans.find(id).orElseThrow();
    assertThat(kept.id()).isEqualTo(id);
    assertThat(kept.name()).isEqualTo(draft.name());
    assertThat(kept.active()).isEqualTo(draft.active());
    assertThat(kept.storewide()).isEqualTo(draft.storewide());
    assertThat(kept.products()).isEqualTo(draft.products());
    assertThat(kept.terms())
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(draft.terms());
  }

  @Test
  void planOfAChangeGroupIsFoundByIt() {
    ChangeGroupId group =
        shop.get(ChangeGroups.class)
            .create(new ChangeGroupDraft("Coffee", Set.of(), PolicyOverrides.none()));
    PlanId member = plans.create(plan("Monthly").group(group).on(COFFEE).build());
    PlanId second = plans.create(plan("Fortnightly").group(group).inactive().build());
    plans.create(plan("Alone").build());
    assertThat(plans.find(member).orElseThrow().changeGroup()).contains(group);
    assertThat(plans.inGroup(group)).extracting(Plan::id).containsExactly(second, member);
    Plan kept = plans.find(member).orElseThrow();
    plans.revise(member, kept.version(), plan("Monthly").build());
    assertThat(plans.find(member).orElseThrow().changeGroup()).isEmpty();
    assertThat(plans.inGroup(group)).extracting(Plan::id).containsExactly(second);
  }

  @Test
  void plansAreListedByName() {
    plans.create(plan("Yearly").build());
    plans.create(plan("Monthly").on(COFFEE).on(TEA).build());
    assertThat(plans.all()).extracting(Plan::name).containsExactly("Monthly", "Yearly");
    assertThat(plans.find(new PlanId(-1))).isEmpty();
  }

  @Test
  void formThatIsSentTwiceMakesOnePlan() {
    UUID form = UUID.randomUUID();
    PlanId made = plans.createOnce(form, plan("Monthly").on(COFFEE).build());
    assertThat(plans.createOnce(form, plan("Monthly").on(COFFEE).build())).isEqualTo(made);
    PlanId other = plans.createOnce(UUID.randomUUID(), plan("Monthly").on(COFFEE).build());
    assertThat(plans.all()).extracting(Plan::id).containsExactly(made, other);
  }

  @Test
  void formThatIsSentSeveralTimesAtOnceMakesOnePlan() {
    UUID form = UUID.randomUUID();
    List<PlanId> answers =
        Concurrently.call(4, () -> plans.createOnce(form, plan("Monthly").on(COFFEE).build()));
    assertThat(plans.all()).hasSize(1);
    assertThat(answers).containsOnly(plans.all().get(0).id());
  }

  @Test
  void formWhosePlanCannotBeSavedIsToldEachTime() {
    UUID form = UUID.randomUUID();
    PlanDraft tooLong = plan("x".repeat(121)).build();
    assertThatThrownBy(() -> plans.createOnce(form, tooLong)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> plans.createOnce(form, tooLong)).isInstanceOf(RuntimeException.class);
    assertThat(plans.all()).isEmpty();
  }

  @Test
  void revisionReplacesTermsAndProducts() {
    PlanId id = plans.create(plan("Monthly").on(COFFEE).build());
    long version = plans.find(id).orElseThrow().version();
    plans.revise(id, version, plan("Fortnightly").every(2, WEEK).on(TEA).build());
    Plan revised = plans.find(id).orElseThrow();
    assertThat(revised.name()).isEqualTo("Fortnightly");
    assertThat(revised.terms().interval()).hasToString("BillingInterval[count=2, unit=WEEK]");
    assertThat(revised.products()).containsExactly(TEA);
    assertThat(revised.version()).isGreaterThan(version);
  }

  @Test
  void changeOfProductsAloneMakesAnOlderFormStale() {
    PlanId id = plans.create(plan("Monthly").build());
    long version = plans.find(id).orElseThrow().version();
    plans.revise(id, version, plan("Monthly").on(TEA).build());
    assertThatThrownBy(() -> plans.revise(id, version, plan("Other").build()))
        .isInstanceOf(StalePlanException.class)
        .hasMessage(
            "Plan "
                + id
                + " was changed by somebody else since version "
                + version
                + "; open it again and repeat the change");
    assertThat(plans.find(id).orElseThrow().name()).isEqualTo("Monthly");
    assertThat(plans.find(id).orElseThrow().products()).containsExactly(TEA);
  }

  @Test
  void ofTwoSimultaneousRevisionsOneWinsAndTheOtherIsTold() {
    PlanId id = plans.create(plan("Monthly").build());
    long version = plans.find(id).orElseThrow().version();
    AtomicInteger numbers = new AtomicInteger();
    List<String> outcomes =
        Concurrently.call(
            4,
            () -> {
              String name = "Revision " + numbers.incrementAndGet();
              try {
                plans.revise(id, version, plan(name).on(new ProductId(name)).build());
                return name;
              } catch (StalePlanException e) {
                return "stale";
              }
            });
    List<String> winners = outcomes.stream().filter(name -> !name.equals("stale")).toList();
    assertThat(winners).hasSize(1);
    Plan revised = plans.find(id).orElseThrow();
    assertThat(revised.name()).isEqualTo(winners.get(0));
    assertThat(revised.products()).containsExactly(new ProductId(winners.get(0)));
  }

  @Test
  void unknownPlanCannotBeRevised() {
    assertThatThrownBy(() -> plans.revise(new PlanId(4711), 0, plan("Monthly").build()))
        .isInstanceOf(UnknownPlanException.class)
        .hasMessage("There is no plan 4711");
  }

  @Test
  void planThatCannotBeSavedLeavesNothingBehind() {
    assertThatThrownBy(() -> plans.create(plan("x".repeat(121)).on(COFFEE).build()))
        .isInstanceOf(RuntimeException.class);
    assertThat(plans.all()).isEmpty();
    assertThat(
            shop.jdbc().queryForObject("select count(*) from evergreen_plan_product", Long.class))
        .isZero();
  }
}
