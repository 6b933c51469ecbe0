package org.evergreen.change;

import org.evergreen.change.proration.AtRenewal;
import org.evergreen.change.proration.ChargeDifference;
import org.evergreen.change.proration.Credit;
import org.evergreen.change.proration.Extend;
import org.evergreen.change.proration.FreeUntilRenewal;
import org.evergreen.change.proration.InTrial;
import org.evergreen.change.proration.Policies;
import org.evergreen.change.proration.ProrationPolicy;
import org.evergreen.change.proration.Refund;
import org.evergreen.change.proration.Restart;
import org.evergreen.change.proration.Shorten;
import org.evergreen.change.proration.TermChange;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;

/** Which policy settles a change of a certain subscription. */
final class ChosenPolicy {

  private ChosenPolicy() {}

  /**
   * The policy.
   *
   * @throws NotPossible if the merchant does not allow shoppers such a change
   */
  static ProrationPolicy of(
      Subscription subscription, Wanted wanted, TermChange change, Actor actor) {
    boolean shopper = actor.kind() == Actor.Kind.SHOPPER;
    boolean upOnly = wanted.policies().allowed() == ChangePolicies.Switching.UP_ONLY;
    if (shopper && wanted.switches() && upOnly && !Policies.goesUp(change)) {
      throw NotPossible.because("Only a switch to a higher plan is possible here.");
    }
    if (subscription.lastPaymentAt().isEmpty()) {
      return beforeTheFirstPayment(subscription, wanted);
    }
    ProrationPolicy policy = withinTerm(wanted, change);
    if (shopper && policy instanceof Refund) {
      throw NotPossible.because(
          "Only the shop can make this change, because money is paid back; please write to it.");
    }
    return policy;
  }

  private static ProrationPolicy beforeTheFirstPayment(Subscription subscription, Wanted wanted) {
    boolean newPlan = wanted.switches() || wanted.adds();
    boolean trial =
        !newPlan
            || subscription.status() != SubscriptionStatus.TRIALING
            || wanted.newItem().offer().trial().isPresent();
    // What joins a trial without one of its own is paid for the days up to its end.
    return wanted.adds() && !trial ? new ChargeDifference() : new InTrial(trial);
  }

  private static ProrationPolicy withinTerm(Wanted wanted, TermChange change) {
    ProrationPolicy policy = Policies.of(change, wanted.policies());
    if (wanted.adds()) {
      return policy instanceof FreeUntilRenewal ? policy : new ChargeDifference();
    }
    boolean aligned = !wanted.removes() && wanted.newItem().offer().alignment().isPresent();
    return aligned ? keepingTheDay(wanted, change, policy) : policy;
  }

  /** Payments that fall on a day which the merchant named stay on it. */
  private static ProrationPolicy keepingTheDay(
      Wanted wanted, TermChange change, ProrationPolicy policy) {
    boolean sameDay =
        wanted
            .changedLine()
            .offer()
            .filter(old -> old.alignment().equals(wanted.newItem().offer().alignment()))
            .isPresent();
    if (!sameDay) {
      throw NotPossible.because(
          "This plan is always paid on a certain day, not on that of the subscription;"
              + " subscribe to it anew.");
    }
    if (!change.keepsInterval()) {
      return new AtRenewal();
    }
    boolean moves =
        policy instanceof Restart || policy instanceof Shorten || policy instanceof Extend;
    if (!moves) {
      return policy;
    }
    return Policies.goesUp(change) ? new ChargeDifference() : new Credit();
  }
}
