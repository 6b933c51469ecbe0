package org.evergreen.change.proration;

import org.evergreen.settings.ChangePolicies.SignUpFee;
import org.joda.money.Money;

/** What of a new plan's sign-up fee is charged with a change. */
public final class SignUpFees {

  private SignUpFees() {}

  /**
   * The fee that is due.
   *
   * @param before the fee of the plan that is left
   * @param after the fee of the plan that is taken
   * @return zero or more
   */
  public static Money due(SignUpFee policy, Money before, Money after) {
    Money zero = Money.zero(after.getCurrencyUnit());
    return switch (policy) {
      case NONE -> zero;
      case DIFFERENCE -> after.isGreaterThan(before) ? after.minus(before) : zero;
      case FULL -> after;
    };
  }
}
