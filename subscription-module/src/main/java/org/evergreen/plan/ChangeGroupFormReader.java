package org.evergreen.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evergreen.form.FieldViolation;
import org.evergreen.form.FormFields;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.ProductId;

/**
 * Reads what a merchant typed into the form of a change group. Names every violated rule at once,
 * one message per field.
 */
public class ChangeGroupFormReader {

  private static final int MAX_NAME = 120;

  private final Catalog catalog;

  public ChangeGroupFormReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What became of a form. */
  public sealed interface Reading {

    /** It makes a group. */
    record Valid(ChangeGroupDraft draft) implements Reading {}

    /** It does not; every violated rule is named at once. */
    record Invalid(List<FieldViolation> violations) implements Reading {

      public Invalid {
        violations = List.copyOf(violations);
      }
    }
  }

  /** A group that can be saved, or everything that is wrong with the form. */
  public Reading read(ChangeGroupForm form) {
    FormFields fields = new FormFields();
    Optional<String> name = fields.text("name", form.name(), MAX_NAME);
    Set<ProductId> products = ProductFields.read(fields, form.products(), catalog);
    PolicyOverrides overrides = overrides(fields, form.policies());
    return fields.violations().isEmpty()
        ? new Reading.Valid(new ChangeGroupDraft(name.orElseThrow(), products, overrides))
        : new Reading.Invalid(fields.violations());
  }

  private static PolicyOverrides overrides(FormFields fields, ChangeGroupForm.Policies form) {
    return new PolicyOverrides(
        policy(fields, "allowed", form.allowed(), ChangePolicies.Switching.class),
        policy(fields, "upgrade", form.upgrade(), ChangePolicies.Upgrade.class),
        policy(fields, "downgrade", form.downgrade(), ChangePolicies.Downgrade.class),
        policy(fields, "signUpFee", form.signUpFee(), ChangePolicies.SignUpFee.class),
        policy(fields, "length", form.length(), ChangePolicies.Length.class),
        policy(fields, "appliesTo", form.appliesTo(), ChangePolicies.AppliesTo.class));
  }

  private static <E extends Enum<E>> Optional<E> policy(
      FormFields fields, String field, String typed, Class<E> type) {
    return FormFields.isBlank(typed)
        ? Optional.empty()
        : fields.choice(field, typed, type, "Choose one of the list, or the shop's");
  }
}
