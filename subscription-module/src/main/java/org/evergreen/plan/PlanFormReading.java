package org.evergreen.plan;

import java.util.List;
import org.evergreen.form.FieldViolation;

/** What became of a {@link PlanForm}. */
public sealed interface PlanFormReading {

  /** It makes a plan. */
  record Valid(PlanDraft draft) implements PlanFormReading {}

  /** It does not; every violated rule is named at once. */
  record Invalid(List<FieldViolation> violations) implements PlanFormReading {

    public Invalid {
      violations = List.copyOf(violations);
    }
  }
}
