package org.evergreen.change.proration;

import org.evergreen.settings.ChangePolicies;

/** Which policy settles a change. */
public final class Policies {

  private Policies() {}

  /**
   * The policy for a change. An upgrade and a change to an equal rate go by the upgrade policy, and
   * so does a switch to a longer interval: more is paid in advance, however cheap a day of it is. A
   * change to an equal rate that keeps the interval costs nothing under any policy.
   */
  public static ProrationPolicy of(TermChange change, ChangePolicies policies) {
    if (change.keepsInterval() && change.direction() == Direction.CROSS_GRADE) {
      return new ChargeDifference();
    }
    return goesUp(change) ? of(policies.upgrade()) : of(policies.downgrade());
  }

  /** Whether a change counts as a way up for {@link ChangePolicies.Switching#UP_ONLY}. */
  public static boolean goesUp(TermChange change) {
    return change.direction() != Direction.DOWNGRADE || change.lengthensInterval();
  }

  private static ProrationPolicy of(ChangePolicies.Upgrade policy) {
    return switch (policy) {
      case CHARGE_DIFFERENCE -> new ChargeDifference();
      case RESTART -> new Restart();
      case SHORTEN -> new Shorten();
      case FREE_UNTIL_RENEWAL -> new FreeUntilRenewal();
    };
  }

  private static ProrationPolicy of(ChangePolicies.Downgrade policy) {
    return switch (policy) {
      case AT_RENEWAL -> new AtRenewal();
      case CREDIT -> new Credit();
      case EXTEND -> new Extend();
      case REFUND -> new Refund();
    };
  }
}
