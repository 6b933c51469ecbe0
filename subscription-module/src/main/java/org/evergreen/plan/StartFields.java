package org.evergreen.plan;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.form.FormFields;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.Trial;

/** Reads from the form how often a plan is paid and how it begins. */
final class StartFields {

  private static final int MAX_YEARS = 100;
  private static final int MAX_DAY = 31;
  private static final int MAX_MONTH = 12;

  private final FormFields fields;
  private final PlanForm.Start form;

  StartFields(FormFields fields, PlanForm.Start form) {
    this.fields = fields;
    this.form = form;
  }

  static Optional<BillingInterval> duration(
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

  Optional<Trial> trial() {
    boolean noCount = FormFields.isBlank(form.trialCount());
    if (noCount && FormFields.isBlank(form.trialUnit())) {
      return Optional.empty();
    }
    return duration(fields, "trial", form.trialCount(), form.trialUnit())
        .map(length -> new Trial(length, form.trialOnce()));
  }

  Optional<Alignment> alignment() {
    if (FormFields.isBlank(form.day())) {
      return Optional.empty();
    }
    Optional<AlignmentDay> day = day(form.day().strip());
    Optional<Alignment.FirstPayment> first =
        fields.choice(
            "firstPayment",
            form.firstPayment(),
            Alignment.FirstPayment.class,
            "Choose what is paid before the first of these days");
    OptionalInt grace = fields.countOrNone("graceDays", form.graceDays(), Alignment.MAX_GRACE_DAYS);
    return day.isPresent() && first.isPresent() && grace.isPresent()
        ? Optional.of(new Alignment(day.get(), first.get(), grace.getAsInt()))
        : Optional.empty();
  }

  private Optional<AlignmentDay> day(String code) {
    if (code.equals(DayCode.Kind.DAY_OF_YEAR.name())) {
      return dayOfYear();
    }
    try {
      return Optional.of(DayCode.parse(code));
    } catch (IllegalArgumentException e) {
      return fields.violation("alignmentDay", "Choose a day from the list");
    }
  }

  private Optional<AlignmentDay> dayOfYear() {
    OptionalInt day = fields.count("yearDay", form.yearDay(), MAX_DAY);
    OptionalInt month = fields.count("yearMonth", form.yearMonth(), MAX_MONTH);
    if (day.isEmpty() || month.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new AlignmentDay.DayOfYear(MonthDay.of(month.getAsInt(), day.getAsInt())));
    } catch (DateTimeException e) {
      return fields.violation(
          "yearDay", "This month has no day " + day.getAsInt() + "; choose an earlier one");
    }
  }
}
