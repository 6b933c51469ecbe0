package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.evergreen.form.FieldViolation;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.Trial;
import org.evergreen.testing.FakeStorefront;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFormReaderTest {

  private static final CurrencyUnit YEN = CurrencyUnit.of("JPY");

  private static final ChangeGroupId GROUP = new ChangeGroupId(51);

  private final FakeStorefront storefront = new FakeStorefront();
  private final PlanFormReader reader = reader(CurrencyUnit.USD);

  private PlanFormReader reader(CurrencyUnit currency) {
    return new PlanFormReader(currency, ZoneId.of("Europe/Berlin"), storefront, GROUP::equals);
  }

  @BeforeEach
  void catalog() {
    storefront.product("coffee", ProductKind.PHYSICAL, "10.00");
    storefront.product("tea", ProductKind.PHYSICAL, "10.00");
  }

  @Test
  void fullFormBecomesADraft() {
    PlanDraft draft =
        valid(
            form -> {
              form.name = "  Coffee club ";
              form.intervalCount = " 2 ";
              form.priceKind = "OWN_PRICE";
              form.priceValue = "12.5";
              form.signUpFee = "3";
              form.trialCount = "14";
              form.trialUnit = "DAY";
              form.payments = "012";
              form.products = Set.of("coffee", "tea");
            });
    assertThat(draft)
        .isEqualTo(
            new PlanDraft(
                "Coffee club",
                true,
                false,
                new PlanTerms(
                    new BillingInterval(2, MONTH),
                    new PriceRule.OwnPrice(usd("12.50")),
                    usd("3.00"),
                    Optional.of(new Trial(new BillingInterval(14, DAY))),
                    OptionalInt.of(12)),
                Set.of(new ProductId("coffee"), new ProductId("tea"))));
  }

  @Test
  void emptyOptionalFieldsMeanNone() {
    PlanDraft draft =
        valid(
            form -> {
              form.signUpFee = null;
              form.trialCount = null;
              form.trialUnit = " ";
              form.payments = null;
              form.products = null;
            });
    assertThat(draft.terms().signUpFee()).isEqualTo(usd("0.00"));
    assertThat(draft.terms().trial()).isEmpty();
    assertThat(draft.terms().length()).isEmpty();
    assertThat(draft.products()).isEmpty();
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    List<FieldViolation> violations =
        violations(
            form -> {
              form.name = " ";
              form.intervalCount = "0";
              form.intervalUnit = "FORTNIGHT";
              form.priceValue = "100.5";
              form.signUpFee = "-1";
              form.trialCount = "14";
              form.payments = "none";
              form.products = Set.of(" ");
              form.currency = "EUR";
              form.salePrice = "1";
              form.alignmentDay = "DAY_OF_MONTH-29";
              form.firstPayment = "SOME";
              form.graceDays = "61";
              form.limit = "TWO";
              form.minimumPayments = "-1";
              form.noticeDays = "366";
              form.downloads = "NEVER";
              form.changeGroup = "52";
            });
    assertThat(violations)
        .extracting(FieldViolation::field)
        .containsExactlyInAnyOrder(
            "name",
            "intervalCount",
            "intervalUnit",
            "priceValue",
            "signUpFee",
            "trialUnit",
            "payments",
            "products",
            "currency",
            "salePrice",
            "alignmentDay",
            "firstPayment",
            "graceDays",
            "limit",
            "minimumPayments",
            "noticeDays",
            "downloads",
            "changeGroup");
  }

  @Test
  void nothingTypedIsAMessageForEachRequiredField() {
    PlanForm empty =
        new PlanForm(
            null,
            false,
            false,
            null,
            null,
            new PlanForm.Price(null, null, null, null, null, null, null),
            new PlanForm.Start(null, null, false, null, null, null, null, null),
            null,
            new PlanForm.Conditions(false, null, null, null, null),
            null,
            null);
    assertThat(reader.read(empty))
        .isInstanceOfSatisfying(
            PlanFormReading.Invalid.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(FieldViolation::field)
                    .containsExactly("name", "intervalUnit", "intervalCount", "priceKind"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "-1",
        "1.5",
        "1,5",
        "366",
        "99999999999999999999",
        "abc",
        "1e2",
        "٣"
      })
  void intervalIsAWholeNumberFrom1To365(String count) {
    assertThat(violation(form -> form.intervalCount = count).field()).isEqualTo("intervalCount");
    assertThat(violation(form -> form.intervalCount = count).message())
        .startsWith("Enter a whole number from 1 to 365");
  }

  @Test
  void yearsAreAtMost100SoThatDatesStayWithinTheCalendar() {
    FieldViolation violation =
        violation(
            form -> {
              form.intervalUnit = "YEAR";
              form.intervalCount = "101";
            });
    assertThat(violation)
        .isEqualTo(
            new FieldViolation("intervalCount", "Enter a whole number from 1 to 100, not '101'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''      | Enter an amount in USD
          12,50   | Write an amount in USD with a point and without commas, for example 12.50
          1,000.0 | Write an amount in USD with a point and without commas, for example 12.50
          -5      | Enter an amount in USD of 0 or more, not '-5'
          -5,00   | Enter an amount in USD of 0 or more, not '-5,00'
          12.505  | Enter an amount in USD with at most 2 digits after the point
          $12     | Enter an amount in USD as a number, for example 12.50; '$12' is not
          1e3     | Enter an amount in USD as a number, for example 12.50; '1e3' is not
          .       | Enter an amount in USD as a number, for example 12.50; '.' is not
          9999999999 | Enter an amount in USD of at most 999999999.99
          1000000000000000000000000000000000000000000000000 | Enter an amount in USD of at most 999999999.99
          """)
  void wrongAmountIsExplained(String typed, String message) {
    FieldViolation violation =
        violation(
            form -> {
              form.priceKind = "AMOUNT_OFF";
              form.priceValue = typed;
            });
    assertThat(violation).isEqualTo(new FieldViolation("priceValue", message));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "33.3333, 33.3333", "100, 100", "100.000, 100.000"})
  void percentageMayHaveFourDecimals(String typed, BigDecimal percent) {
    assertThat(valid(form -> form.priceValue = typed).terms().price())
        .isEqualTo(new PriceRule.PercentOff(percent));
  }

  @ParameterizedTest
  @CsvSource({
    "100.01, Enter a percentage of at most 100",
    "33.33333, Enter a percentage with at most 4 digits after the point"
  })
  void wrongPercentageIsExplained(String typed, String message) {
    assertThat(violation(form -> form.priceValue = typed))
        .isEqualTo(new FieldViolation("priceValue", message));
  }

  @Test
  void amountHasNoMoreDigitsThanTheCurrency() {
    PlanFormBuilder form = new PlanFormBuilder();
    form.currency = "JPY";
    form.priceKind = "OWN_PRICE";
    form.priceValue = "1500.5";
    assertThat(reader(YEN).read(form.build()))
        .isEqualTo(
            new PlanFormReading.Invalid(
                List.of(
                    new FieldViolation(
                        "priceValue", "Enter an amount in JPY without digits after the point"))));
    form.priceValue = "1500.00";
    assertThat(reader(YEN).read(form.build()))
        .isInstanceOfSatisfying(
            PlanFormReading.Valid.class,
            valid ->
                assertThat(valid.draft().terms().price())
                    .isEqualTo(new PriceRule.OwnPrice(Money.ofMajor(YEN, 1500))));
  }

  @ParameterizedTest
  @CsvSource({
    "14, '', trialUnit",
    "'', DAY, trialCount",
    "0, DAY, trialCount",
    "1, DAYS, trialUnit"
  })
  void trialIsGivenWholeOrNotAtAll(String count, String unit, String field) {
    FieldViolation violation =
        violation(
            form -> {
              form.trialCount = count;
              form.trialUnit = unit;
            });
    assertThat(violation.field()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1000", "2.0", "unlimited"})
  void lengthIsAtLeastOnePayment(String payments) {
    assertThat(violation(form -> form.payments = payments).message())
        .isEqualTo("Enter a whole number from 1 to 999, not '" + payments + "'");
  }

  @Test
  void nameFitsItsColumn() {
    assertThat(valid(form -> form.name = "x".repeat(120)).name()).hasSize(120);
    assertThat(violation(form -> form.name = "x".repeat(121)))
        .isEqualTo(new FieldViolation("name", "Use at most 120 characters; these are 121"));
    assertThat(violation(form -> form.name = "two\nlines").field()).isEqualTo("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " coffee", "cof\tfee"})
  void malformedProductIsRefused(String id) {
    assertThat(violation(form -> form.products = Set.of("tea", id)).field()).isEqualTo("products");
  }

  @Test
  void productWithTooLongAKeyIsRefused() {
    storefront.product("x".repeat(60), ProductKind.PHYSICAL, "1.00");
    assertThat(valid(form -> form.products = Set.of("x".repeat(60))).products()).hasSize(1);
    assertThat(violation(form -> form.products = Set.of("x".repeat(65))).message())
        .contains("'" + "x".repeat(40) + "...'");
  }

  @Test
  void productThatIsNotInTheCatalogIsRefused() {
    assertThat(violation(form -> form.products = Set.of("coffee", "gone")))
        .isEqualTo(
            new FieldViolation("products", "Untick 'gone'; no such product is in the catalog"));
  }

  @Test
  void changeGroupIsOneThatThereIs() {
    assertThat(valid(form -> form.changeGroup = " 51 ").changeGroup()).contains(GROUP);
    assertThat(valid(form -> form.changeGroup = null).changeGroup()).isEmpty();
    for (String typed : List.of("52", "-51", "x", "9".repeat(30), "51.0")) {
      assertThat(violation(form -> form.changeGroup = typed))
          .isEqualTo(
              new FieldViolation("changeGroup", "Choose a change group from the list, or none"));
    }
  }

  @Test
  void currencyIsTheShops() {
    assertThat(valid(form -> form.currency = "").terms().signUpFee()).isEqualTo(usd("0.00"));
    assertThat(violation(form -> form.currency = "EUR"))
        .isEqualTo(
            new FieldViolation(
                "currency", "The shop sells in USD, not in EUR; choose it and check the amounts"));
  }

  private PlanDraft valid(Consumer<PlanFormBuilder> typing) {
    assertThat(read(typing)).isInstanceOf(PlanFormReading.Valid.class);
    return ((PlanFormReading.Valid) read(typing)).draft();
  }

  private List<FieldViolation> violations(Consumer<PlanFormBuilder> typing) {
    assertThat(read(typing)).isInstanceOf(PlanFormReading.Invalid.class);
    return ((PlanFormReading.Invalid) read(typing)).violations();
  }

  private FieldViolation violation(Consumer<PlanFormBuilder> typing) {
    List<FieldViolation> violations = violations(typing);
    assertThat(violations).hasSize(1);
    return violations.get(0);
  }

  private PlanFormReading read(Consumer<PlanFormBuilder> typing) {
    PlanFormBuilder form = new PlanFormBuilder();
    typing.accept(form);
    return reader.read(form.build());
  }

  private static Money usd(String amount) {
    return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
  }
}
