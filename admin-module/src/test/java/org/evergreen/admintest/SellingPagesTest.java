package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.evergreen.plan.PlanDraft;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.plan.SellingChoice;
import org.evergreen.plan.SellingMode;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class SellingPagesTest {

  private static final ProductId COFFEE = new ProductId("house-blend");
  private static final String FORM = "main form";

  private final Browser browser;
  private final TestDatabase database;
  private final FakeStorefront storefront;
  private final Plans plans;
  private final ProductSelling selling;

  @Autowired
  SellingPagesTest(
      MockMvc mvc,
      TestDatabase database,
      FakeStorefront storefront,
      Plans plans,
      ProductSelling selling) {
    this.browser = new Browser(mvc);
    this.database = database;
    this.storefront = storefront;
    this.plans = plans;
    this.selling = selling;
  }

  @BeforeEach
  void emptyShop() {
    database.empty();
    storefront.product("House Blend", ProductKind.PHYSICAL, "12.00");
  }

  @Test
  void listSaysHowEachProductIsSold() {
    plan("Monthly", true, Set.of(COFFEE));
    plan("Old", false, Set.of(COFFEE));

    Page list = browser.open("/admin/products", "find", "house");

    assertThat(list.texts("td[data-label=Product]")).containsExactly("House Blend");
    assertThat(list.text("td[data-label=Price]")).isEqualTo("$12.00");
    assertThat(list.text("td[data-label=Plans]")).isEqualTo("1");
    assertThat(list.text("td[data-label=Sold]")).isEqualTo("One-time and by plan");
  }

  @Test
  void searchThatFindsNothingSaysSo() {
    Page list = browser.open("/admin/products", "find", "no such thing");

    assertThat(list.text(".admin-empty")).isEqualTo("No product has a name like that.");
    assertThat(list.form(".admin-filter").value("find")).isEqualTo("no such thing");
  }

  @Test
  void modeAndPreselectedPlanAreSaved() {
    PlanId plan = plan("Monthly", true, Set.of(COFFEE));
    Page product = browser.open("/admin/products/house-blend");
    assertThat(product.form(FORM).value("mode")).isEqualTo("BOTH");
    assertThat(product.has("#plan-none[checked]")).isTrue();

    Page answer =
        browser.send(
            product.form(FORM).set("mode", "PLAN_ONLY").set("preselected", plan.toString()));

    assertThat(answer.done()).isEqualTo("How \"House Blend\" is sold is saved.");
    assertThat(selling.get(COFFEE))
        .isEqualTo(new SellingChoice(SellingMode.PLAN_ONLY, Optional.of(plan)));
    Page again = browser.open("/admin/products/house-blend");
    assertThat(again.form(FORM).value("mode")).isEqualTo("PLAN_ONLY");
    assertThat(again.form(FORM).value("preselected")).isEqualTo(plan.toString());
  }

  @Test
  void oneTimeOnlyHasNoPreselectedPlan() {
    PlanId plan = plan("Monthly", true, Set.of(COFFEE));

    browser.send(
        "/admin/products/house-blend", "mode", "ONE_TIME_ONLY", "preselected", plan.toString());

    assertThat(selling.get(COFFEE))
        .isEqualTo(new SellingChoice(SellingMode.ONE_TIME_ONLY, Optional.empty()));
  }

  @Test
  void productWithoutAPlanCannotBeSoldByPlanOnly() {
    plan("Not offered", false, Set.of(COFFEE));

    Page refused = browser.send("/admin/products/house-blend", "mode", "PLAN_ONLY");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text(".alert-danger")).contains("Give the product a plan first");
    assertThat(selling.get(COFFEE)).isEqualTo(SellingChoice.undecided());
  }

  @ParameterizedTest
  @CsvSource({
    "GIVEN_AWAY, '', Choose how the product is sold.",
    "'', '', Choose how the product is sold.",
    "BOTH, 4711, Choose one of the plans that the product is offered under.",
    "BOTH, <b>, Choose one of the plans that the product is offered under.",
  })
  void invalidChoiceIsToldAndNothingIsSaved(String mode, String preselected, String sentence) {
    plan("Monthly", true, Set.of(COFFEE));

    Page refused =
        browser.send("/admin/products/house-blend", "mode", mode, "preselected", preselected);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text(".alert-danger")).isEqualTo(sentence);
    assertThat(selling.get(COFFEE)).isEqualTo(SellingChoice.undecided());
  }

  @Test
  void storewidePlanIsOfferedOnEveryProduct() {
    plan("Everything", true, Set.of());
    PlanId storewide =
        plans.create(
            new PlanDraft("Storewide", true, true, terms(), Set.of(new ProductId("other"))));

    Page product = browser.open("/admin/products/house-blend");

    assertThat(product.texts("label[for^=plan-]:not([for=plan-none]) > span:first-child"))
        .containsExactly("Storewide");
    assertThat(product.has("#plan-" + storewide)).isTrue();
  }

  @Test
  void productThatDoesNotExistIsNotFound() {
    assertThat(browser.open("/admin/products/gone").status()).isEqualTo(404);
    assertThat(browser.open("/admin/products/" + "x".repeat(65)).status()).isEqualTo(404);
    assertThat(browser.send("/admin/products/gone", "mode", "BOTH").status()).isEqualTo(404);
  }

  private PlanId plan(String name, boolean active, Set<ProductId> products) {
    return plans.create(new PlanDraft(name, active, false, terms(), products));
  }

  private static PlanTerms terms() {
    return new PlanTerms(
        BillingInterval.every(1, IntervalUnit.MONTH),
        new PriceRule.PercentOff(BigDecimal.TEN),
        usd("0.00"),
        Optional.empty(),
        OptionalInt.empty());
  }
}
