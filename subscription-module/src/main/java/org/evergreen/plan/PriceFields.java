package org.evergreen.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.evergreen.form.FormFields;
import org.evergreen.terms.PriceRule;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads what a plan costs from the form. */
final class PriceFields {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private enum Kind {
    PERCENT_OFF,
    AMOUNT_OFF,
    OWN_PRICE
  }

  private final FormFields fields;
  private final PlanForm.Price form;
  private final CurrencyUnit currency;
  private final ZoneId zone;

  PriceFields(FormFields fields, PlanForm.Price form, CurrencyUnit currency, ZoneId zone) {
    this.fields = fields;
    this.form = form;
    this.currency = currency;
    this.zone = zone;
  }

  /** Refuses amounts in a currency that the shop does not use. */
  void checkCurrency() {
    if (!FormFields.isBlank(form.currency()) && !form.currency().equals(currency.getCode())) {
      fields.violation(
          "currency",
          "The shop sells in "
              + currency.getCode()
              + ", not in "
              + FormFields.shown(form.currency())
              + "; choose it and check the amounts");
    }
  }

  Optional<Money> signUpFee() {
    return FormFields.isBlank(form.signUpFee())
        ? Optional.of(Money.zero(currency))
        : amount("signUpFee", form.signUpFee());
  }

  Optional<PriceRule> rule() {
    Optional<Kind> kind =
        fields.choice(
            "priceKind",
            form.kind(),
            Kind.class,
            "Choose a percentage off, an amount off or a price of its own");
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind.get()) {
      case PERCENT_OFF -> withoutSale(percentOff());
      case AMOUNT_OFF ->
          withoutSale(amount("priceValue", form.value()).map(PriceRule.AmountOff::new));
      case OWN_PRICE -> ownPrice();
    };
  }

  private Optional<PriceRule> percentOff() {
    return fields
        .decimal("priceValue", form.value(), HUNDRED, 4, "a percentage")
        .map(PriceRule.PercentOff::new);
  }

  private <T> Optional<T> withoutSale(Optional<T> rule) {
    if (noSale()) {
      return rule;
    }
    String field = "sale" + (isTyped(form.salePrice()) ? "Price" : saleDateTyped());
    return fields.violation(field, "Only a price of its own can be on sale; empty this field");
  }

  private String saleDateTyped() {
    return isTyped(form.saleFrom()) ? "From" : "To";
  }

  private boolean noSale() {
    return !isTyped(form.salePrice()) && !isTyped(form.saleFrom()) && !isTyped(form.saleTo());
  }

  private static boolean isTyped(String text) {
    return !FormFields.isBlank(text);
  }

  private Optional<PriceRule> ownPrice() {
    Optional<Money> price = amount("priceValue", form.value());
    if (noSale()) {
      return price.map(PriceRule.OwnPrice::new);
    }
    Optional<Money> lower = salePrice(price);
    Optional<LocalDate> first = day("saleFrom", form.saleFrom());
    Optional<Instant> from = first.map(this::startOf);
    Optional<Instant> end = day("saleTo", form.saleTo()).map(last -> startOf(last.plusDays(1)));
    if (from.isPresent() && end.isPresent() && !from.get().isBefore(end.get())) {
      return fields.violation(
          "saleTo", "The sale ends before it begins; choose " + first.get() + " or a later day");
    }
    return price.isPresent() && lower.isPresent()
        ? Optional.of(
            new PriceRule.OwnPrice(
                price.get(), Optional.of(new PriceRule.Sale(lower.get(), from, end))))
        : Optional.empty();
  }

  private Optional<Money> salePrice(Optional<Money> price) {
    if (!isTyped(form.salePrice())) {
      return fields.violation("salePrice", "Enter the sale price, or empty its days");
    }
    Optional<Money> lower = amount("salePrice", form.salePrice());
    if (lower.isPresent() && price.isPresent() && !lower.get().isLessThan(price.get())) {
      return fields.violation(
          "salePrice", "Enter a sale price below " + price.get().getAmount().toPlainString());
    }
    return lower;
  }

  private Optional<LocalDate> day(String field, String text) {
    return isTyped(text) ? fields.date(field, text) : Optional.empty();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Optional<Money> amount(String field, String text) {
    return fields
        .decimal(
            field,
            text,
            FormFields.MAX_AMOUNT,
            currency.getDecimalPlaces(),
            "an amount in " + currency.getCode())
        .map(value -> Money.of(currency, value.setScale(currency.getDecimalPlaces())));
  }
}
