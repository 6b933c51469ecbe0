package org.evergreen.settings;

import java.util.Objects;
import java.util.Optional;

/** Policies that differ from the shop's; an empty one is the shop's. */
public record PolicyOverrides(
    Optional<ChangePolicies.Switching> allowed,
    Optional<ChangePolicies.Upgrade> upgrade,
    Optional<ChangePolicies.Downgrade> downgrade,
    Optional<ChangePolicies.SignUpFee> signUpFee,
    Optional<ChangePolicies.Length> length,
    Optional<ChangePolicies.AppliesTo> appliesTo) {

  private static final PolicyOverrides NONE =
      new PolicyOverrides(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public PolicyOverrides {
    Objects.requireNonNull(allowed, "allowed");
    Objects.requireNonNull(upgrade, "upgrade");
    Objects.requireNonNull(downgrade, "downgrade");
    Objects.requireNonNull(signUpFee, "signUpFee");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(appliesTo, "appliesTo");
  }

  /** All policies are the shop's. */
  public static PolicyOverrides none() {
    return NONE;
  }

  /** The policies that hold in a shop. */
  public ChangePolicies over(ChangePolicies shop) {
    return new ChangePolicies(
        allowed.orElse(shop.allowed()),
        upgrade.orElse(shop.upgrade()),
        downgrade.orElse(shop.downgrade()),
        signUpFee.orElse(shop.signUpFee()),
        length.orElse(shop.length()),
        appliesTo.orElse(shop.appliesTo()));
  }
}
