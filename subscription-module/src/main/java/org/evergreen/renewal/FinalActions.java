package org.evergreen.renewal;

import java.util.List;
import java.util.Map;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.subscription.UnpaidCommands;

/** What becomes of subscriptions whose payment has failed at every step of the ladder. */
final class FinalActions {

  private final UnpaidCommands commands;
  private final VoidRenewals voids;

  FinalActions(UnpaidCommands commands, VoidRenewals voids) {
    this.commands = commands;
    this.voids = voids;
  }

  /**
   * Does it for the groups whose ladder has ended, in the transaction that settles them.
   *
   * @param renewals of those groups and of others
   */
  void take(List<AffectedRenewal> renewals, Map<RenewalGroupId, LadderPlan> plans) {
    for (AffectedRenewal renewal : renewals) {
      LadderPlan plan = plans.get(renewal.group());
      boolean owes = renewal.status().renews() || renewal.status() == SubscriptionStatus.PAST_DUE;
      if (plan != null && owes) {
        plan.finalAction().ifPresent(action -> take(action, renewal));
      }
    }
  }

  private void take(FinalAction action, AffectedRenewal renewal) {
    switch (action) {
      case CANCEL -> commands.cancel(renewal.subscription(), UnpaidCommands.NEVER_PAID);
      case PAUSE -> {
        commands.pause(
            renewal.subscription(), renewal.cycle(), renewal.dueAt(), UnpaidCommands.NEVER_PAID);
        voids.voidOwed(List.of(renewal.subscription()));
      }
      case LEAVE -> {
        // It stays past due: the shopper or the merchant decides.
      }
    }
  }
}
