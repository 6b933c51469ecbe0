package org.evergreen.plan;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.evergreen.form.FormFields;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.Trial;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Reads what a merchant typed into the form of a plan. Names every violated rule at once, one
 * message per field.
 */
public class PlanFormReader {

  private static final int MAX_NAME = 120;
  private static final int MAX_PAYMENTS = 999;
  private static final int MAX_YEARS = 100;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private enum PriceKind {
    PERCENT_OFF,
    AMOUNT_OFF,
    OWN_PRICE
  }

  private final CurrencyUnit currency;

  /**
   * Reads plans of one shop.
   *
   * @param shopCurrency the currency in which its plans are priced
   */
  public PlanFormReader(CurrencyUnit shopCurrency) {
    this.currency = shopCurrency;
  }

  /** A plan that can be saved, or everything that is wrong with the form. */
  public PlanFormReading read(PlanForm form) {
    FormFields fields = new FormFields();
    Optional<String> name = fields.text("name", form.name(), MAX_NAME);
    Optional<BillingInterval> interval =
        duration(fields, "interval", form.intervalCount(), form.intervalUnit());
    Optional<PriceRule> price = price(fields, form);
    Optional<Money> signUpFee = signUpFee(fields, form.signUpFee());
    Optional<Trial> trial = trial(fields, form);
    OptionalInt payments = payments(fields, form.payments());
    Set<ProductId> products = products(fields, form.products());
    if (!fields.violations().isEmpty()) {
      return new PlanFormReading.Invalid(fields.violations());
    }
    PlanTerms terms =
        new PlanTerms(
            interval.orElseThrow(), price.orElseThrow(), signUpFee.orElseThrow(), trial, payments);
    return new PlanFormReading.Valid(
        new PlanDraft(name.orElseThrow(), form.active(), form.storewide(), terms, products));
  }

  private static Optional<BillingInterval> duration(
      FormFields fields, String prefix, String countText, String unitText) {
    Optional<IntervalUnit> unit =
        fields.choice(
            prefix + "Unit", unitText, IntervalUnit.class, "Choose days, weeks, months or years");
    int most =
        unit.filter(IntervalUnit.YEAR::equals).isPresent() ? MAX_YEARS : BillingInterval.MAX_COUNT;
    OptionalInt count = fields.count(prefix + "Count", countText, most);
    return unit.isPresent() && count.isPresent()
        ? Optional.of(new BillingInterval(count.getAsInt(), unit.get()))
        : Optional.empty();
  }

  private Optional<PriceRule> price(FormFields fields, PlanForm form) {
    Optional<PriceKind> kind =
        fields.choice(
            "priceKind",
            form.priceKind(),
            PriceKind.class,
            "Choose a percentage off, an amount off or a price of its own");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get()) {
      case PERCENT_OFF ->
          fields
              .decimal("priceValue", form.priceValue(), HUNDRED, 4, "a percentage")
              .map(PriceRule.PercentOff::new);
      case AMOUNT_OFF ->
          amount(fields, "priceValue", form.priceValue()).map(PriceRule.AmountOff::new);
      case OWN_PRICE ->
          amount(fields, "priceValue", form.priceValue()).map(PriceRule.OwnPrice::new);
    };
  }

  private Optional<Money> signUpFee(FormFields fields, String text) {
    return FormFields.isBlank(text)
        ? Optional.of(Money.zero(currency))
        : amount(fields, "signUpFee", text);
  }

  private Optional<Money> amount(FormFields fields, String field, String text) {
    return fields
        .decimal(
            field,
            text,
            FormFields.MAX_AMOUNT,
            currency.getDecimalPlaces(),
            "an amount in " + currency.getCode())
        .map(value -> Money.of(currency, value.setScale(currency.getDecimalPlaces())));
  }

  private static Optional<Trial> trial(FormFields fields, PlanForm form) {
    boolean noCount = FormFields.isBlank(form.trialCount());
    if (noCount && FormFields.isBlank(form.trialUnit())) {
      return Optional.empty();
    }
    return duration(fields, "trial", form.trialCount(), form.trialUnit()).map(Trial::new);
  }

  private static OptionalInt payments(FormFields fields, String text) {
    return FormFields.isBlank(text)
        ? OptionalInt.empty()
        : fields.count("payments", text, MAX_PAYMENTS);
  }

  private static Set<ProductId> products(FormFields fields, Set<String> ids) {
    Set<ProductId> products = new HashSet<>();
    for (String id : ids == null ? Set.<String>of() : ids) {
      fields.key("products", id).ifPresent(key -> products.add(new ProductId(key)));
    }
    return products;
  }
}
