package org.evergreen.plan;

import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.storefront.ProductId;

/**
 * A change group as it was typed into a form: text that may be wrong in any way.
 *
 * @param products ids of the products among which one may swap
 * @param policies names of policies; a blank one is the shop's
 */
public record ChangeGroupForm(String name, Set<String> products, Policies policies) {

  /** The policies by name, each blank for the shop's. */
  public record Policies(
      String allowed,
      String upgrade,
      String downgrade,
      String signUpFee,
      String length,
      String appliesTo) {}

  /** A new group, under the shop's policies. */
  public static ChangeGroupForm empty() {
    return new ChangeGroupForm("", Set.of(), policies(PolicyOverrides.none()));
  }

  /** The form that reads as the group is now. */
  public static ChangeGroupForm of(ChangeGroup group) {
    return new ChangeGroupForm(
        group.name(),
        group.products().stream().map(ProductId::value).collect(Collectors.toSet()),
        policies(group.overrides()));
  }

  private static Policies policies(PolicyOverrides overrides) {
    return new Policies(
        overrides.allowed().map(Enum::name).orElse(""),
        overrides.upgrade().map(Enum::name).orElse(""),
        overrides.downgrade().map(Enum::name).orElse(""),
        overrides.signUpFee().map(Enum::name).orElse(""),
        overrides.length().map(Enum::name).orElse(""),
        overrides.appliesTo().map(Enum::name).orElse(""));
  }
}
