package org.evergreen.admin.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.admin.Option;
import org.evergreen.form.FieldViolation;
import org.evergreen.plan.PlanForm;

/**
 * The page on which a plan is made or changed.
 *
 * @param id the plan's key, or empty for a new one
 * @param version the version that the form shows
 * @param messages what is wrong, by field
 * @param choices what the shop offers to choose from
 * @param preview what shoppers will read; empty while something is wrong
 * @param stale how the plan reads now, when somebody else changed it meanwhile
 */
record PlanPage(
    Optional<Long> id,
    long version,
    PlanForm form,
    Map<String, String> messages,
    Choices choices,
    Optional<PlanPreview.Preview> preview,
    List<String> stale) {

  /**
   * What the shop offers to choose from.
   *
   * @param currencies one, unless the plan is in another than the shop's
   */
  record Choices(ProductChoices.Choices products, List<Option> groups, List<Option> currencies) {}

  static PlanPage of(
      Optional<Long> id,
      long version,
      PlanForm form,
      Choices choices,
      Optional<PlanPreview.Preview> preview) {
    return new PlanPage(id, version, form, Map.of(), choices, preview, List.of());
  }

  PlanPage with(List<FieldViolation> violations) {
    Map<String, String> byField =
        violations.stream()
            .collect(
                Collectors.toMap(
                    FieldViolation::field, FieldViolation::message, (first, second) -> first));
    return new PlanPage(id, version, form, byField, choices, preview, stale);
  }

  PlanPage changedMeanwhile(long currentVersion, List<String> now) {
    return new PlanPage(id, currentVersion, form, messages, choices, preview, now);
  }

  public String title() {
    return id.isPresent() ? "Edit plan" : "New plan";
  }

  public List<Option> units() {
    return PlanOptions.UNITS;
  }

  public List<Option> trialUnits() {
    return PlanOptions.TRIAL_UNITS;
  }

  public List<Option> priceKinds() {
    return PlanOptions.PRICE_KINDS;
  }

  public List<PlanOptions.Group> days() {
    return PlanOptions.DAYS;
  }

  public List<Option> months() {
    return PlanOptions.MONTHS;
  }

  public List<Option> firstPayments() {
    return PlanOptions.FIRST_PAYMENTS;
  }

  public List<Option> limits() {
    return PlanOptions.LIMITS;
  }

  public List<Option> downloads() {
    return PlanOptions.DOWNLOADS;
  }
}
