package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evergreen.form.FieldViolation;
import org.evergreen.plan.ChangeGroupFormReader.Reading;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.testing.FakeStorefront;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeGroupFormReaderTest {

  private static final ChangeGroupForm.Policies SHOPS =
      new ChangeGroupForm.Policies("", "", null, " ", "", "");

  private final FakeStorefront storefront = new FakeStorefront();
  private final ChangeGroupFormReader reader = new ChangeGroupFormReader(storefront);

  @BeforeEach
  void catalog() {
    storefront.product("coffee", ProductKind.PHYSICAL, "10.00");
  }

  @Test
  void emptyPoliciesAreTheShops() {
    assertThat(reader.read(new ChangeGroupForm(" Hot drinks ", Set.of("coffee"), SHOPS)))
        .isEqualTo(
            new Reading.Valid(
                new ChangeGroupDraft(
                    "Hot drinks", Set.of(new ProductId("coffee")), PolicyOverrides.none())));
  }

  @Test
  void whatAGroupShowsIsReadBack() {
    PolicyOverrides overrides =
        new PolicyOverrides(
            Optional.of(ChangePolicies.Switching.NONE),
            Optional.of(ChangePolicies.Upgrade.RESTART),
            Optional.of(ChangePolicies.Downgrade.REFUND),
            Optional.of(ChangePolicies.SignUpFee.FULL),
            Optional.of(ChangePolicies.Length.SUBTRACT_PAID),
            Optional.of(ChangePolicies.AppliesTo.NOT_PHYSICAL));
    ChangeGroup group =
        new ChangeGroup(new ChangeGroupId(1), 3, "Hot", Set.of(new ProductId("coffee")), overrides);
    assertThat(reader.read(ChangeGroupForm.of(group)))
        .isEqualTo(new Reading.Valid(new ChangeGroupDraft("Hot", group.products(), overrides)));
  }

  @Test
  void everyWrongFieldIsNamedAtOnce() {
    ChangeGroupForm.Policies wrong =
        new ChangeGroupForm.Policies("SIDEWAYS", "FREE", "x", "HALF", "-", "SOME");
    Reading reading = reader.read(new ChangeGroupForm("", Set.of("gone"), wrong));
    String choose = "Choose one of the list, or the shop's";
    assertThat(reading)
        .isEqualTo(
            new Reading.Invalid(
                List.of(
                    new FieldViolation("name", "Give it a name"),
                    new FieldViolation(
                        "products", "Untick 'gone'; no such product is in the catalog"),
                    new FieldViolation("allowed", choose),
                    new FieldViolation("upgrade", choose),
                    new FieldViolation("downgrade", choose),
                    new FieldViolation("signUpFee", choose),
                    new FieldViolation("length", choose),
                    new FieldViolation("appliesTo", choose))));
  }

  @Test
  void newGroupNeedsANameOnly() {
    assertThat(reader.read(ChangeGroupForm.empty()))
        .isEqualTo(new Reading.Invalid(List.of(new FieldViolation("name", "Give it a name"))));
  }
}
