package org.evergreen.admin.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evergreen.admin.Option;
import org.evergreen.form.FieldViolation;
import org.evergreen.plan.PlanForm;

/**
 * The page on which a plan is made or changed.
 *
 * @param subject which plan it is about
 * @param messages what is wrong, by field
 * @param choices what the shop offers to choose from
 * @param preview what shoppers will read; empty while something is wrong
 * @param stale how the plan reads now, when somebody else changed it meanwhile
 */
record PlanPage(
    Subject subject,
    PlanForm form,
    Map<String, String> messages,
    Choices choices,
    Optional<PlanPreview.Preview> preview,
    List<String> stale) {

  /**
   * Which plan a form is about.
   *
   * @param id the plan's key, or empty for a new one
   * @param version the version that the form shows
   * @param token of the form, so that sending it twice makes one plan
   */
  record Subject(Optional<Long> id, long version, UUID token) {}

  /**
   * What the shop offers to choose from.
   *
   * @param currencies one, unless the plan is in another than the shop's
   */
  record Choices(ProductChoices.Choices products, List<Option> groups, List<Option> currencies) {}

  static PlanPage of(
      Subject subject, PlanForm form, Choices choices, Optional<PlanPreview.Preview> preview) {
    return new PlanPage(subject, form, Map.of(), choices, preview, List.of());
  }

  PlanPage with(List<FieldViolation> violations) {
    Map<String, String> byField =
        violations.stream()
            .collect(
                Collectors.toMap(
                    FieldViolation::field, FieldViolation::message, (first, second) -> first));
    return new PlanPage(subject, form, byField, choices, preview, stale);
  }

  PlanPage changedMeanwhile(long currentVersion, List<String> now) {
    Subject current = new Subject(subject.id(), currentVersion, subject.token());
    return new PlanPage(current, form, messages, choices, preview, now);
  }

  /**
   * What was sent, by a key: the same form sent once more has the same one. A merchant who goes
   * back, changes something and saves again wants another plan, which has another key.
   */
  UUID key() {
    return UUID.nameUUIDFromBytes((subject.token() + " " + form).getBytes(StandardCharsets.UTF_8));
  }

  public Optional<Long> id() {
    return subject.id();
  }

  public long version() {
    return subject.version();
  }

  public UUID token() {
    return subject.token();
  }

  public String title() {
    return id().isPresent() ? "Edit plan" : "New plan";
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
