package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evergreen.plan.ChangeGroupDraft;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.Plan;
import org.evergreen.plan.Plans;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.evergreen.testing.DraftBuilder;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.TestDatabase;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class PlanPagesTest {

  private static final String FORM = "main form";

  private final Browser browser;
  private final TestDatabase database;
  private final FakeStorefront storefront;
  private final Plans plans;
  private final ChangeGroups groups;

  @Autowired
  PlanPagesTest(
      MockMvc mvc,
      TestDatabase database,
      FakeStorefront storefront,
      Plans plans,
      ChangeGroups groups) {
    this.browser = new Browser(mvc);
    this.database = database;
    this.storefront = storefront;
    this.plans = plans;
    this.groups = groups;
  }

  @BeforeEach
  void emptyShop() {
    database.empty();
    storefront.product("House Blend", ProductKind.PHYSICAL, "12.00");
    storefront.product("Dark Roast", ProductKind.PHYSICAL, "14.00");
  }

  @Test
  void newPlanIsSavedAsItWasTyped() {
    Page blank = browser.open("/admin/plans/new");

    Page answer =
        browser.send(
            blank
                .form(FORM)
                .set("name", " Monthly box ")
                .set("intervalCount", "2")
                .set("intervalUnit", "WEEK")
                .set("priceKind", "AMOUNT_OFF")
                .set("priceValue", "1.50")
                .set("signUpFee", "5")
                .set("trialCount", "14")
                .set("trialUnit", "DAY")
                .set("payments", "12")
                .set("products", "house-blend"));

    assertThat(answer.redirect()).isEqualTo("/admin/plans");
    assertThat(answer.done()).isEqualTo("Plan \"Monthly box\" is saved.");
    Plan plan = onlyPlan();
    assertThat(plan.name()).isEqualTo("Monthly box");
    assertThat(plan.active()).isTrue();
    assertThat(plan.storewide()).isFalse();
    assertThat(plan.products()).containsExactly(new ProductId("house-blend"));
    assertThat(plan.terms().interval()).isEqualTo(BillingInterval.every(2, IntervalUnit.WEEK));
    assertThat(plan.terms().price()).isEqualTo(new PriceRule.AmountOff(Money.parse("USD 1.50")));
    assertThat(plan.terms().signUpFee()).isEqualTo(Money.parse("USD 5.00"));
    assertThat(plan.terms().length()).hasValue(12);
  }

  @Test
  void newPlanThatIsSentTwiceIsOnePlanAndAnsweredTheSame() {
    Form form = browser.open("/admin/plans/new").form(FORM).set("name", "Monthly");

    Page first = browser.send(form);
    Page second = browser.send(form);

    assertThat(onlyPlan().name()).isEqualTo("Monthly");
    assertThat(second.redirect()).isEqualTo(first.redirect());
    assertThat(second.done()).isEqualTo(first.done()).isEqualTo("Plan \"Monthly\" is saved.");
  }

  @Test
  void formThatIsCorrectedAndSentTwiceMakesOnePlan() {
    Form wrong = browser.open("/admin/plans/new").form(FORM).set("name", "");
    Form corrected = browser.send(wrong).form(FORM).set("name", "Monthly");

    browser.send(corrected);
    browser.send(corrected);

    assertThat(onlyPlan().name()).isEqualTo("Monthly");
  }

  @Test
  void merchantWhoGoesBackAndChangesTheFormMakesAnotherPlan() {
    Form form = browser.open("/admin/plans/new").form(FORM);

    browser.send(form.set("name", "Monthly"));
    browser.send(form.set("name", "Every two months").set("intervalCount", "2"));

    assertThat(plans.all()).extracting(Plan::name).containsExactly("Every two months", "Monthly");
  }

  @Test
  void formWhosePlanHasChangedSinceSaysThatItMakesNoOther() {
    Form form = browser.open("/admin/plans/new").form(FORM).set("name", "Monthly");
    browser.send(form);
    String page = "/admin/plans/" + onlyPlan().id();
    browser.send(browser.open(page).form(FORM).set("name", "Every month"));

    Page again = browser.send(form);

    assertThat(again.done()).isNull();
    assertThat(again.problem())
        .isEqualTo(
            "Not made: this form has made the plan \"Every month\" before, which has changed since."
                + " Open a new form to make another one.");
    assertThat(onlyPlan().name()).isEqualTo("Every month");
  }

  @Test
  void twoFormsThatReadTheSameAreTwoPlans() {
    browser.send(browser.open("/admin/plans/new").form(FORM).set("name", "Monthly"));
    browser.send(browser.open("/admin/plans/new").form(FORM).set("name", "Monthly"));

    assertThat(plans.all()).hasSize(2);
  }

  @Test
  void everyTermIsSavedShownAgainAndSaidInWords() {
    ChangeGroupId group =
        groups.create(new ChangeGroupDraft("Coffee", Set.of(), PolicyOverrides.none()));
    Page blank = browser.open("/admin/plans/new");

    Page answer = browser.send(withEveryTerm(blank.form(FORM), group));

    assertThat(answer.redirect()).isEqualTo("/admin/plans");
    Plan plan = onlyPlan();
    assertThat(plan.changeGroup()).contains(group);
    PlanTerms terms = plan.terms();
    assertThat(terms.price())
        .isEqualTo(
            new PriceRule.OwnPrice(
                Money.parse("USD 12.00"),
                Optional.of(
                    new PriceRule.Sale(
                        Money.parse("USD 9.00"),
                        // New York, before and after its clocks change
                        Optional.of(Instant.parse("2026-03-01T05:00:00Z")),
                        Optional.of(Instant.parse("2026-04-01T04:00:00Z"))))));
    assertThat(terms.trial())
        .contains(new Trial(BillingInterval.every(14, IntervalUnit.DAY), true));
    assertThat(terms.alignment())
        .contains(
            new Alignment(
                new AlignmentDay.DayOfYear(MonthDay.of(2, 29)),
                Alignment.FirstPayment.NOTHING_UNTIL_DAY,
                5));
    assertThat(terms.conditions())
        .isEqualTo(
            new PlanConditions(
                false,
                PurchaseLimit.ONE_EVER,
                new Commitment(3, 30),
                DownloadRelease.AFTER_RENEWAL));
    Form again = browser.open("/admin/plans/" + plan.id()).form(FORM);
    withEveryTerm(browser.open("/admin/plans/new").form(FORM), group)
        .without("token")
        .fields()
        .forEach((name, values) -> assertThat(again.values(name)).as(name).isEqualTo(values));
    assertThat(browser.open("/admin/plans").texts("td[data-label=Terms] li"))
        .containsExactly(
            "$12.00 (on sale $9.00 from 1 Mar 2026 to 31 Mar 2026), every year on 29 February",
            "14 days free, once per customer",
            "ends after 12 payments",
            "one ever",
            "at least 3 payments, 30 days' notice",
            "new files after renewals");
  }

  private static Form withEveryTerm(Form form, ChangeGroupId group) {
    return form.set("name", "Yearly")
        .set("intervalUnit", "YEAR")
        .set("priceKind", "OWN_PRICE")
        .set("priceValue", "12.00")
        .set("currency", "USD")
        .set("salePrice", "9.00")
        .set("saleFrom", "2026-03-01")
        .set("saleTo", "2026-03-31")
        .set("trialCount", "14")
        .set("trialUnit", "DAY")
        .set("trialOnce", "true")
        .set("payments", "12")
        .set("alignmentDay", "DAY_OF_YEAR")
        .set("yearDay", "29")
        .set("yearMonth", "2")
        .set("firstPayment", "NOTHING_UNTIL_DAY")
        .set("graceDays", "5")
        .set("limit", "ONE_EVER")
        .set("minimumPayments", "3")
        .set("noticeDays", "30")
        .set("downloads", "AFTER_RENEWAL")
        .set("changeGroup", group.toString());
  }

  @Test
  void previewSaysWhatShoppersWillRead() {
    Page blank = browser.open("/admin/plans/new");
    assertThat(blank.text("#plan-preview")).startsWith("Fill in the form");

    Form form =
        blank
            .form(FORM)
            .set("name", "Club")
            .set("priceValue", "10")
            .set("products", "house-blend")
            .set("signUpFee", "3")
            .set("payments", "6")
            .set("alignmentDay", "DAY_OF_MONTH-15")
            .set("firstPayment", "PRORATED")
            .set("shippingOnce", "true")
            .set("minimumPayments", "2");
    Page preview = browser.send("/admin/plans/preview", flat(form));

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.has("nav")).isFalse();
    assertThat(preview.text(".admin-preview-name")).isEqualTo("Club");
    assertThat(preview.text(".admin-preview-price")).isEqualTo("$10.80 every month on the 15th");
    assertThat(preview.texts("li"))
        .containsExactly(
            "Sign-up fee of $3.00, paid once.",
            "6 payments, then it ends.",
            "Today you pay for the days until the 15th only, then in full on that day.",
            "Shipping is charged with the first order only.",
            "To cancel: at least 2 payments.");
    assertThat(preview.text("#plan-preview > p.form-text"))
        .isEqualTo("Worked out for House Blend at $12.00, before tax and shipping.");
    assertThat(browser.send("/admin/plans/preview", flat(form.set("payments", "x"))).text("p"))
        .startsWith("Fill in the form");
    assertThat(plans.all()).isEmpty();
  }

  private static String[] flat(Form form) {
    return form.fields().entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue().get(0)))
        .toArray(String[]::new);
  }

  @Test
  void planInACurrencyThatTheShopDoesNotUseIsToldAndCanBeMoved() {
    plans.create(
        DraftBuilder.plan("Euro")
            .price(new PriceRule.OwnPrice(Money.parse("EUR 10.00")))
            .signUpFee(Money.parse("EUR 0.00"))
            .build());
    Page edit = browser.open("/admin/plans/" + onlyPlan().id());
    assertThat(edit.form(FORM).value("currency")).isEqualTo("EUR");

    Page again = browser.send(edit.form(FORM));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message("currency"))
        .isEqualTo("The shop sells in USD, not in EUR; choose it and check the amounts");
    browser.send(again.form(FORM).set("currency", "USD"));
    assertThat(onlyPlan().terms().price())
        .isEqualTo(new PriceRule.OwnPrice(Money.parse("USD 10.00")));
  }

  @Test
  void listSaysTheTermsInWords() {
    newPlanIsSavedAsItWasTyped();

    Page list = browser.open("/admin/plans");

    assertThat(list.text("td[data-label=Plan]")).isEqualTo("Monthly box");
    assertThat(list.texts("td[data-label=Terms] li"))
        .containsExactly(
            "$1.50 off, every 2 weeks",
            "14 days free",
            "$5.00 sign-up fee",
            "ends after 12 payments");
    assertThat(list.text("td[data-label=Products]")).isEqualTo("House Blend");
    assertThat(list.text("td[data-label=Offered]")).isEqualTo("Offered");
  }

  @ParameterizedTest
  @CsvSource({
    "name, '', Give it a name",
    "intervalCount, 0, 'Enter a whole number from 1 to 365, not ''0'''",
    "intervalCount, 1.5, 'Enter a whole number from 1 to 365, not ''1.5'''",
    "intervalCount, 99999999999999999999, 'Enter a whole number from 1 to 365, not ''99999999999999999999'''",
    "intervalUnit, FORTNIGHT, 'Choose days, weeks, months or years'",
    "priceKind, FREE, 'Choose a percentage off, an amount off or a price of its own'",
    "priceValue, 101, Enter a percentage of at most 100",
    "priceValue, -1, 'Enter a percentage of 0 or more, not ''-1'''",
    "priceValue, ten, 'Enter a percentage as a number, for example 12.50; ''ten'' is not'",
    "signUpFee, 1.234, Enter an amount in USD with at most 2 digits after the point",
    "payments, 0, 'Enter a whole number from 1 to 999, not ''0'''",
    "salePrice, 5, Only a price of its own can be on sale; empty this field",
    "saleFrom, 2026-01-01, Only a price of its own can be on sale; empty this field",
    "alignmentDay, WEEKDAY-1, 'Choose a weekday for weeks, a day of the month for months, a day of the year for years, and none for days'",
    "minimumPayments, x, 'Enter a whole number from 0 to 999, not ''x'''",
    "noticeDays, 400, 'Enter a whole number from 0 to 365, not ''400'''",
    "limit, TWO, Choose a limit from the list",
    "downloads, NEVER, Choose from the list when files are released",
    "changeGroup, 4711, 'Choose a change group from the list, or none'",
  })
  void invalidFieldIsToldAndNothingIsSaved(String field, String typed, String message) {
    Page blank = browser.open("/admin/plans/new");

    Page again = browser.send(blank.form(FORM).set("name", "Monthly").set(field, typed));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message(field)).isEqualTo(message);
    assertThat(again.texts(".invalid-feedback")).hasSize(1);
    assertThat(again.text(".alert-danger"))
        .isEqualTo("The plan is not saved: one field needs your attention.");
    assertThat(plans.all()).isEmpty();
  }

  @Test
  void everythingTypedIsKeptWhenAFieldIsWrong() {
    Page blank = browser.open("/admin/plans/new");

    Page again =
        browser.send(
            blank
                .form(FORM)
                .set("name", "<b>Box</b>")
                .without("active")
                .set("storewide", "true")
                .set("intervalCount", "x")
                .set("intervalUnit", "YEAR")
                .set("priceKind", "OWN_PRICE")
                .set("priceValue", "1,50")
                .set("signUpFee", "2.00")
                .set("trialCount", "y")
                .set("trialUnit", "WEEK")
                .set("payments", "z")
                .set("products", "dark-roast", "gone"));

    Form kept = again.form(FORM);
    assertThat(again.texts(".invalid-feedback")).hasSize(5);
    assertThat(kept.value("name")).isEqualTo("<b>Box</b>");
    assertThat(kept.value("active")).isNull();
    assertThat(kept.value("storewide")).isEqualTo("true");
    assertThat(kept.value("intervalCount")).isEqualTo("x");
    assertThat(kept.value("intervalUnit")).isEqualTo("YEAR");
    assertThat(kept.value("priceKind")).isEqualTo("OWN_PRICE");
    assertThat(kept.value("priceValue")).isEqualTo("1,50");
    assertThat(kept.value("signUpFee")).isEqualTo("2.00");
    assertThat(kept.value("trialCount")).isEqualTo("y");
    assertThat(kept.value("trialUnit")).isEqualTo("WEEK");
    assertThat(kept.value("payments")).isEqualTo("z");
    assertThat(kept.values("products")).containsExactlyInAnyOrder("dark-roast", "gone");
    assertThat(again.texts("#product-choices label")).contains("gone (not in the catalog)");
  }

  @Test
  void productThatCannotExistIsToldAndKept() {
    Page blank = browser.open("/admin/plans/new");

    Page again = browser.send(blank.form(FORM).set("name", "Monthly").set("products", "a\0b", ""));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text(".invalid-feedback")).startsWith("Pick products from the list");
    assertThat(plans.all()).isEmpty();
  }

  @Test
  void formWithoutAnyFieldIsRefusedFieldByField() {
    Page again = browser.send("/admin/plans");

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.message("name")).isEqualTo("Give it a name");
    assertThat(plans.all()).isEmpty();
  }

  @Test
  void searchingProductsKeepsWhatWasTypedAndTicked() {
    Page blank = browser.open("/admin/plans/new");

    Page found =
        browser.send(
            blank
                .form(FORM)
                .set("name", "Monthly")
                .set("products", "house-blend")
                .set("find", "dark")
                .set("search", "true"));

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.form(FORM).value("name")).isEqualTo("Monthly");
    assertThat(found.form(FORM).values("products")).containsExactly("house-blend");
    assertThat(found.texts("#product-choices label")).containsExactly("House Blend", "Dark Roast");
    assertThat(plans.all()).isEmpty();
  }

  @Test
  void typingInTheProductSearchRefreshesTheBoxesAlone() {
    Page boxes = browser.open("/admin/plans/products", "find", "roast", "products", "house-blend");

    assertThat(boxes.texts("label")).containsExactly("House Blend", "Dark Roast");
    assertThat(boxes.has("nav")).isFalse();
    assertThat(browser.open("/admin/plans/products", "find", "\0").status()).isEqualTo(200);
  }

  @Test
  void editedPlanHasTheNewTerms() {
    newPlanIsSavedAsItWasTyped();
    String address = "/admin/plans/" + onlyPlan().id();

    Page edit = browser.open(address);
    assertThat(edit.form(FORM).value("name")).isEqualTo("Monthly box");
    assertThat(edit.form(FORM).value("priceValue")).isEqualTo("1.50");
    assertThat(edit.form(FORM).values("products")).containsExactly("house-blend");
    Page answer = browser.send(edit.form(FORM).set("intervalCount", "3").without("active"));

    assertThat(answer.redirect()).isEqualTo("/admin/plans");
    assertThat(onlyPlan().terms().interval())
        .isEqualTo(BillingInterval.every(3, IntervalUnit.WEEK));
    assertThat(onlyPlan().active()).isFalse();
    assertThat(browser.open("/admin/plans").text("td[data-label=Offered]"))
        .isEqualTo("Not offered");
  }

  @Test
  void editOfAPlanThatSomebodyElseChangedIsToldAndNotSaved() {
    newPlanIsSavedAsItWasTyped();
    Page mine = browser.open("/admin/plans/" + onlyPlan().id());
    Page theirs = browser.open("/admin/plans/" + onlyPlan().id());
    browser.send(theirs.form(FORM).set("name", "Theirs").set("payments", "6"));

    Page told = browser.send(mine.form(FORM).set("name", "Mine"));

    assertThat(told.status()).isEqualTo(409);
    assertThat(told.text(".alert-warning")).contains("Somebody else", "ends after 6 payments");
    assertThat(told.form(FORM).value("name")).isEqualTo("Mine");
    assertThat(onlyPlan().name()).isEqualTo("Theirs");

    browser.send(told.form(FORM));
    assertThat(onlyPlan().name()).isEqualTo("Mine");
  }

  @Test
  void editWithAForgedVersionIsNotSaved() {
    newPlanIsSavedAsItWasTyped();
    Page edit = browser.open("/admin/plans/" + onlyPlan().id());

    Page told = browser.send(edit.form(FORM).set("name", "Forged").set("version", "x"));

    assertThat(told.status()).isEqualTo(409);
    assertThat(onlyPlan().name()).isEqualTo("Monthly box");
  }

  @Test
  void nameOfAPlanIsEscaped() {
    Page blank = browser.open("/admin/plans/new");
    browser.send(blank.form(FORM).set("name", "<script>alert(1)</script>"));

    Page list = browser.open("/admin/plans");

    assertThat(list.html()).doesNotContain("<script>alert");
    assertThat(list.text("td[data-label=Plan]")).isEqualTo("<script>alert(1)</script>");
  }

  @ParameterizedTest
  @CsvSource({"4711", "0", "-1", "abc", "99999999999999999999", "1.0"})
  void planThatDoesNotExistIsNotFound(String id) {
    Page page = browser.open("/admin/plans/" + id);

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text("main")).contains("There is no plan with the number " + id);
    assertThat(browser.send("/admin/plans/" + id, "name", "x").status()).isEqualTo(404);
  }

  private Plan onlyPlan() {
    List<Plan> all = plans.all();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
