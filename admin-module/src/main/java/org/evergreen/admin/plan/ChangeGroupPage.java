package org.evergreen.admin.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.admin.Option;
import org.evergreen.admin.settings.ChoiceLabels;
import org.evergreen.form.FieldViolation;
import org.evergreen.plan.ChangeGroupForm;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.Plan;
import org.evergreen.settings.ChangePolicies;

/**
 * The page on which a change group is made or changed.
 *
 * @param id the group's key, or empty for a new one
 * @param version the version that the form shows
 * @param messages what is wrong, by field
 * @param plans those that belong to it
 * @param shop the policies that hold where the group has none of its own
 * @param stale whether somebody else changed it meanwhile
 */
record ChangeGroupPage(
    Optional<ChangeGroupId> id,
    long version,
    ChangeGroupForm form,
    Map<String, String> messages,
    ProductChoices.Choices products,
    List<Plan> plans,
    ChangePolicies shop,
    boolean stale) {

  ChangeGroupPage with(List<FieldViolation> violations) {
    Map<String, String> byField =
        violations.stream()
            .collect(Collectors.toMap(FieldViolation::field, FieldViolation::message));
    return new ChangeGroupPage(id, version, form, byField, products, plans, shop, stale);
  }

  ChangeGroupPage changedMeanwhile(long currentVersion) {
    return new ChangeGroupPage(id, currentVersion, form, messages, products, plans, shop, true);
  }

  public String title() {
    return id.isPresent() ? "Edit change group" : "New change group";
  }

  public List<Option> allowed() {
    return options(shop.allowed());
  }

  public List<Option> upgrades() {
    return options(shop.upgrade());
  }

  public List<Option> downgrades() {
    return options(shop.downgrade());
  }

  public List<Option> signUpFees() {
    return options(shop.signUpFee());
  }

  public List<Option> lengths() {
    return options(shop.length());
  }

  public List<Option> appliesTo() {
    return options(shop.appliesTo());
  }

  private static <E extends Enum<E>> List<Option> options(E shops) {
    return Stream.concat(
            Stream.of(new Option("", "As in the shop: " + ChoiceLabels.of(shops))),
            ChoiceLabels.options(shops.getDeclaringClass()).stream())
        .toList();
  }
}
