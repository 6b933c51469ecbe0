package org.evergreen.plan;

import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.evergreen.form.FormFields;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.TermsInWords;
import org.evergreen.terms.TermsRule;
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
  private static final Pattern GROUP = Pattern.compile("[0-9]{1,18}");

  private final CurrencyUnit currency;
  private final ZoneId zone;
  private final Catalog catalog;
  private final Predicate<ChangeGroupId> groups;

  /**
   * Reads plans of one shop.
   *
   * @param shopCurrency the currency in which its plans are priced
   * @param shopZone where a day of a sale begins
   * @param catalog knows which products there are
   * @param groups knows which change groups there are
   */
  public PlanFormReader(
      CurrencyUnit shopCurrency,
      ZoneId shopZone,
      Catalog catalog,
      Predicate<ChangeGroupId> groups) {
    this.currency = shopCurrency;
    this.zone = shopZone;
    this.catalog = catalog;
    this.groups = groups;
  }

  /** The currency in which the shop's plans are priced. */
  public CurrencyUnit currency() {
    return currency;
  }

  /** A plan that can be saved, or everything that is wrong with the form. */
  public PlanFormReading read(PlanForm form) {
    FormFields fields = new FormFields();
    Optional<String> name = fields.text("name", form.name(), MAX_NAME);
    Optional<PlanTerms> terms = terms(fields, form);
    Set<ProductId> products = ProductFields.read(fields, form.products(), catalog);
    Optional<ChangeGroupId> group = group(fields, form.changeGroup());
    if (!fields.violations().isEmpty()) {
      return new PlanFormReading.Invalid(fields.violations());
    }
    return new PlanFormReading.Valid(
        new PlanDraft(
            name.orElseThrow(),
            form.active(),
            form.storewide(),
            terms.orElseThrow(),
            products,
            group));
  }

  private Optional<PlanTerms> terms(FormFields fields, PlanForm form) {
    PriceFields prices = new PriceFields(fields, form.price(), currency, zone);
    StartFields starts = new StartFields(fields, form.start());
    Optional<BillingInterval> interval =
        StartFields.duration(fields, "interval", form.intervalCount(), form.intervalUnit());
    prices.checkCurrency();
    Optional<PriceRule> price = prices.rule();
    Optional<Money> signUpFee = prices.signUpFee();
    Optional<Trial> trial = starts.trial();
    OptionalInt payments = payments(fields, form.payments());
    Optional<Alignment> alignment = starts.alignment();
    Optional<PlanConditions> conditions = conditions(fields, form.conditions());
    TermsRule.brokenBy(new TermsRule.Parts(interval, trial, payments, alignment, conditions))
        .forEach(rule -> tell(fields, rule, payments));
    return fields.violations().isEmpty()
        ? Optional.of(
            new PlanTerms(
                interval.orElseThrow(),
                price.orElseThrow(),
                signUpFee.orElseThrow(),
                trial,
                payments,
                alignment,
                conditions.orElseThrow()))
        : Optional.empty();
  }

  private static void tell(FormFields fields, TermsRule rule, OptionalInt payments) {
    switch (rule) {
      case DAY_FITS_INTERVAL ->
          fields.violation(
              "alignmentDay",
              "Choose a weekday for weeks, a day of the month for months, a day of the year for"
                  + " years, and none for days");
      case GRACE_WITHIN_INTERVAL ->
          fields.violation("graceDays", "Enter a grace that is not longer than the interval");
      case NO_TRIAL_WHEN_PRORATED ->
          fields.violation(
              "trialCount",
              "A plan whose first payment is prorated has no free trial; empty it or choose"
                  + " another first payment");
      case NO_TRIAL_WHEN_SHIPPING_ONCE ->
          fields.violation(
              "shippingOnce",
              "With a free trial the first order is not shipped, so shipping would never be"
                  + " charged; charge it with every order or leave out the trial");
      case MINIMUM_WITHIN_LENGTH ->
          fields.violation(
              "minimumPayments",
              "The plan ends after "
                  + TermsInWords.counted(payments.orElse(0), "payment")
                  + "; require no more than that");
    }
  }

  private static OptionalInt payments(FormFields fields, String text) {
    return FormFields.isBlank(text)
        ? OptionalInt.empty()
        : fields.count("payments", text, MAX_PAYMENTS);
  }

  private static Optional<PlanConditions> conditions(FormFields fields, PlanForm.Conditions form) {
    Optional<PurchaseLimit> limit =
        FormFields.isBlank(form.limit())
            ? Optional.of(PurchaseLimit.NONE)
            : fields.choice(
                "limit", form.limit(), PurchaseLimit.class, "Choose a limit from the list");
    OptionalInt minimum =
        fields.countOrNone("minimumPayments", form.minimumPayments(), MAX_PAYMENTS);
    OptionalInt notice =
        fields.countOrNone("noticeDays", form.noticeDays(), Commitment.MAX_NOTICE_DAYS);
    Optional<DownloadRelease> downloads =
        FormFields.isBlank(form.downloads())
            ? Optional.of(DownloadRelease.ALL_AT_ONCE)
            : fields.choice(
                "downloads",
                form.downloads(),
                DownloadRelease.class,
                "Choose from the list when files are released");
    // A field that was not understood is left as usual, so that the other ones are still compared.
    return Optional.of(
        new PlanConditions(
            form.shippingOnce(),
            limit.orElse(PurchaseLimit.NONE),
            new Commitment(minimum.orElse(0), notice.orElse(0)),
            downloads.orElse(DownloadRelease.ALL_AT_ONCE)));
  }

  private Optional<ChangeGroupId> group(FormFields fields, String text) {
    if (FormFields.isBlank(text)) {
      return Optional.empty();
    }
    Optional<ChangeGroupId> group =
        Optional.of(text.strip())
            .filter(digits -> GROUP.matcher(digits).matches())
            .map(digits -> new ChangeGroupId(Long.parseLong(digits)))
            .filter(groups);
    return group.isPresent()
        ? group
        : fields.violation("changeGroup", "Choose a change group from the list, or none");
  }
}
