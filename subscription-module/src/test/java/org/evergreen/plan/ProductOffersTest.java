package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.testing.DraftBuilder.plan;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.evergreen.testing.TestShop;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductOffersTest {

  private static TestShop shop;
  private static Plans plans;
  private static ProductSelling selling;
  private static ProductOffers offers;
  private static Sku coffee;
  private static Sku tea;

  @BeforeAll
  static void open() {
    shop = TestShop.in("UTC", "2026-01-31T10:00:00Z");
    plans = shop.get(Plans.class);
    selling = shop.get(ProductSelling.class);
    offers = shop.get(ProductOffers.class);
    coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.99");
    tea = shop.storefront().product("Tea", ProductKind.PHYSICAL, "8.00");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
  }

  @Test
  void planOfTheProductIsOfferedAtTodaysPrice() {
    PlanId monthly =
        plans.create(
            plan("Monthly")
                .percentOff("15")
                .signUpFee(usd("3"))
                .trial(7, DAY)
                .on(coffee.productId())
                .build());
    ProductOffer offer = offers.offersFor(coffee);
    assertThat(offer.offers()).hasSize(1);
    PlanOffer only = offer.offer(monthly).orElseThrow();
    assertThat(only.planName()).isEqualTo("Monthly");
    assertThat(only.unitPrice()).isEqualTo(usd("11.04"));
    assertThat(only.signUpFee()).isEqualTo(usd("3"));
    assertThat(only.trial()).contains(new Trial(BillingInterval.every(7, DAY)));
  }

  @Test
  void storewidePlansAreOfferedEverywhereAndOthersOnlyOnTheirProducts() {
    PlanId everywhere = plans.create(plan("Everywhere").storewide().build());
    PlanId coffeeOnly = plans.create(plan("Coffee only").on(coffee.productId()).build());
    plans.create(plan("Not offered").inactive().storewide().on(coffee.productId()).build());
    Map<SkuId, ProductOffer> found = offers.offersFor(List.of(coffee, tea));
    assertThat(found).containsOnlyKeys(coffee.id(), tea.id());
    assertThat(found.get(coffee.id()).offers())
        .extracting(PlanOffer::plan)
        .containsExactly(coffeeOnly, everywhere);
    assertThat(found.get(tea.id()).offers())
        .extracting(PlanOffer::plan)
        .containsExactly(everywhere);
    assertThat(offers.offersFor(List.of())).isEmpty();
  }

  @Test
  void planInAnotherCurrencyIsNotOffered() {
    Money yen = Money.ofMajor(CurrencyUnit.of("JPY"), 1500);
    plans.create(plan("Yen").price(new PriceRule.OwnPrice(yen)).signUpFee(yen).storewide().build());
    assertThat(offers.offersFor(coffee).offers()).isEmpty();
  }

  @Test
  void productIsSoldBothWaysUntilTheMerchantDecides() {
    ProductOffer offer = offers.offersFor(tea);
    assertThat(offer).isEqualTo(new ProductOffer(SellingMode.BOTH, List.of(), Optional.empty()));
    assertThat(offer.buyable()).isTrue();
    assertThat(selling.get(tea.productId())).isEqualTo(SellingChoice.undecided());
  }

  @Test
  void merchantsChoiceIsKeptAndReplaced() {
    PlanId monthly = plans.create(plan("Monthly").storewide().build());
    selling.save(tea.productId(), SellingMode.PLAN_ONLY, Optional.of(monthly));
    assertThat(selling.get(tea.productId()))
        .isEqualTo(new SellingChoice(SellingMode.PLAN_ONLY, Optional.of(monthly)));
    assertThat(offers.offersFor(tea).preselected()).contains(monthly);
    selling.save(tea.productId(), SellingMode.BOTH, Optional.empty());
    assertThat(selling.get(tea.productId()))
        .isEqualTo(new SellingChoice(SellingMode.BOTH, Optional.empty()));
  }

  @Test
  void oneTimeOnlyHidesPlans() {
    PlanId monthly = plans.create(plan("Monthly").storewide().build());
    selling.save(tea.productId(), SellingMode.ONE_TIME_ONLY, Optional.of(monthly));
    assertThat(offers.offersFor(tea))
        .isEqualTo(new ProductOffer(SellingMode.ONE_TIME_ONLY, List.of(), Optional.empty()));
  }

  @Test
  void preselectedPlanThatIsNotOfferedIsForgotten() {
    PlanId coffeeOnly = plans.create(plan("Coffee only").on(coffee.productId()).build());
    selling.save(tea.productId(), SellingMode.BOTH, Optional.of(coffeeOnly));
    assertThat(offers.offersFor(tea).preselected()).isEmpty();
  }

  @Test
  void productThatIsSoldByPlanOnlyCannotBeBoughtWithoutAnOffer() {
    selling.save(tea.productId(), SellingMode.PLAN_ONLY, Optional.empty());
    assertThat(offers.offersFor(tea).buyable()).isFalse();
  }

  @Test
  void planThatLeftTheProductIsNotFoundAnyMore() {
    PlanId monthly = plans.create(plan("Monthly").on(tea.productId()).build());
    assertThat(offers.offersFor(tea).offer(monthly)).isPresent();
    plans.revise(monthly, plans.find(monthly).orElseThrow().version(), plan("Monthly").build());
    assertThat(offers.offersFor(tea).offer(monthly)).isEmpty();
  }

  @Test
  void saleHoldsForThoseWhoSignUpWhileItIsOn() {
    PriceRule rule =
        new PriceRule.OwnPrice(
            usd("12"),
            Optional.of(
                new PriceRule.Sale(
                    usd("9"),
                    Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                    Optional.of(Instant.parse("2026-04-01T00:00:00Z")))));
    plans.create(plan("Monthly").price(rule).storewide().build());
    List<String> prices = new ArrayList<>();
    for (String moment :
        List.of(
            "2026-02-28T23:59:59.999999Z",
            "2026-03-01T00:00:00Z",
            "2026-03-31T23:59:59.999999Z",
            "2026-04-01T00:00:00Z")) {
      shop.clock().set(moment);
      prices.add(offers.offersFor(coffee).offers().get(0).unitPrice().toString());
    }
    assertThat(prices).containsExactly("USD 12.00", "USD 9.00", "USD 9.00", "USD 12.00");
  }

  @Test
  void offerCarriesEveryTermOfThePlan() {
    PlanDraft draft =
        plan("Monthly")
            .storewide()
            .trialOnce(2, WEEK)
            .payments(12)
            .nothingUntil(new AlignmentDay.DayOfMonth(15))
            .grace(4)
            .limit(PurchaseLimit.ONE_EVER)
            .commitment(3, 30)
            .drip()
            .build();
    plans.create(draft);
    PlanOffer offer = offers.offersFor(coffee).offers().get(0);
    assertThat(offer.trial()).isEqualTo(draft.terms().trial());
    assertThat(offer.length()).hasValue(12);
    assertThat(offer.alignment()).isEqualTo(draft.terms().alignment());
    assertThat(offer.conditions()).isEqualTo(draft.terms().conditions());
  }
}
