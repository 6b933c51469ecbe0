package org.evergreen.settings;

import java.util.Objects;

/**
 * How a change of plan, product or quantity within a term is priced.
 *
 * @param allowed which way a shopper may switch within a change group
 * @param upgrade what happens when the new daily rate is higher
 * @param downgrade what happens when the new daily rate is lower
 * @param signUpFee what of the new plan's sign-up fee is charged
 * @param length how the new plan's number of payments is counted
 * @param appliesTo for which products shoppers may switch
 */
public record ChangePolicies(
    Switching allowed,
    Upgrade upgrade,
    Downgrade downgrade,
    SignUpFee signUpFee,
    Length length,
    AppliesTo appliesTo) {

  /** Which way a shopper may switch. */
  public enum Switching {
    UP_AND_DOWN,
    UP_ONLY,
    NONE
  }

  /** What a shopper pays for more. */
  public enum Upgrade {
    /** The difference for the days left now; the date is kept. */
    CHARGE_DIFFERENCE,
    /** The full new price less what is left of the old now; a new cycle starts now. */
    RESTART,
    /** Nothing now; what was paid buys fewer days at the new rate. */
    SHORTEN,
    /** Nothing until the next payment. */
    FREE_UNTIL_RENEWAL
  }

  /** What a shopper gets for less. */
  public enum Downgrade {
    /** The change waits for the next payment. */
    AT_RENEWAL,
    /** The difference for the days left is credited to the next payments. */
    CREDIT,
    /** What was paid buys more days at the new rate; the rest is credited. */
    EXTEND,
    /** The difference goes back to the card; only a merchant may do this. */
    REFUND
  }

  /** What of the new plan's sign-up fee is charged. */
  public enum SignUpFee {
    NONE,
    /** What it is more than the old one. */
    DIFFERENCE,
    FULL
  }

  /** How the new plan's number of payments is counted. */
  public enum Length {
    RESTART,
    SUBTRACT_PAID
  }

  /** For which products shoppers may switch. */
  public enum AppliesTo {
    ALL_PRODUCTS,
    NOT_PHYSICAL
  }

  public ChangePolicies {
    Objects.requireNonNull(allowed, "allowed");
    Objects.requireNonNull(upgrade, "upgrade");
    Objects.requireNonNull(downgrade, "downgrade");
    Objects.requireNonNull(signUpFee, "signUpFee");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(appliesTo, "appliesTo");
  }

  public static ChangePolicies defaults() {
    return new ChangePolicies(
        Switching.UP_AND_DOWN,
        Upgrade.CHARGE_DIFFERENCE,
        Downgrade.AT_RENEWAL,
        SignUpFee.NONE,
        Length.RESTART,
        AppliesTo.ALL_PRODUCTS);
  }
}
