package org.evergreen.admin.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.admin.Option;
import org.evergreen.admin.plan.ProductChoices.Choices;
import org.evergreen.form.FieldViolation;
import org.evergreen.plan.PlanForm;

/**
 * The page on which a plan is made or changed.
 *
 * @param id the plan's key, or empty for a new one
 * @param version the version that the form shows
 * @param messages what is wrong, by field
 * @param stale how the plan reads now, when somebody else changed it meanwhile
 */
record PlanPage(
    Optional<Long> id,
    long version,
    PlanForm form,
    Map<String, String> messages,
    Choices products,
    List<String> stale) {

  private static final List<Option> UNITS =
      List.of(
          new Option("DAY", "days"),
          new Option("WEEK", "weeks"),
          new Option("MONTH", "months"),
          new Option("YEAR", "years"));

  static PlanPage of(Optional<Long> id, long version, PlanForm form, Choices products) {
    return new PlanPage(id, version, form, Map.of(), products, List.of());
  }

  PlanPage with(List<FieldViolation> violations) {
    Map<String, String> byField =
        violations.stream()
            .collect(
                Collectors.toMap(
                    FieldViolation::field, FieldViolation::message, (first, second) -> first));
    return new PlanPage(id, version, form, byField, products, stale);
  }

  PlanPage changedMeanwhile(long currentVersion, List<String> now) {
    return new PlanPage(id, currentVersion, form, messages, products, now);
  }

  public String title() {
    return id.isPresent() ? "Edit plan" : "New plan";
  }

  public List<Option> units() {
    return UNITS;
  }

  public List<Option> trialUnits() {
    return List.of(
        new Option("", "no free trial"), UNITS.get(0), UNITS.get(1), UNITS.get(2), UNITS.get(3));
  }

  public List<Option> priceKinds() {
    return List.of(
        new Option("PERCENT_OFF", "Product's price less a percentage"),
        new Option("AMOUNT_OFF", "Product's price less an amount"),
        new Option("OWN_PRICE", "A price of its own"));
  }
}
