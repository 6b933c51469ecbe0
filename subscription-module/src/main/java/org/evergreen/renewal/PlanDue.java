package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evergreen.settings.DunningRules.GroupDecline;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.Settings;
import org.evergreen.time.ShopTime;

/** Reads what claimed accounts have to pay and groups it, in the transaction of the caller. */
final class PlanDue {

  /**
   * What is to be priced.
   *
   * @param leftOut cycles that were missed and are not billed
   */
  record Plan(List<PlannedGroup> groups, List<LeftOutCycles> leftOut) {}

  private final DueChanges changes;
  private final LoadDueSubscriptions due;
  private final GroupRenewals grouping;
  private final SplitGroups splits;
  private final Settings settings;
  private final ShopTime time;

  PlanDue(
      DueChanges changes,
      LoadDueSubscriptions due,
      GroupRenewals grouping,
      SplitGroups splits,
      Settings settings,
      ShopTime time) {
    this.changes = changes;
    this.due = due;
    this.grouping = grouping;
    this.splits = splits;
    this.settings = settings;
    this.time = time;
  }

  Plan plan(Claim claim) {
    MerchantSettings rules = settings.current();
    Instant now = time.now();
    Instant tomorrow = startOfDayIn(1);
    changes.apply(claim, tomorrow);
    List<DueSubscription> subscriptions =
        due.of(claim, tomorrow, startOfDayIn(1 + rules.grouping().windowDays()));
    Set<Long> alone = rules.grouping().optOut() ? claim.alone() : Set.of();
    List<PlannedGroup> groups = new ArrayList<>();
    if (rules.dunning().groupDecline() == GroupDecline.APART) {
      groups.addAll(splits.due(claim));
    }
    groups.addAll(
        grouping.group(
            subscriptions, rules, subscription -> !alone.contains(subscription.account()), now));
    return new Plan(groups, LeftOutCycles.of(subscriptions, now, rules.billing().missedCycles()));
  }

  private Instant startOfDayIn(int days) {
    return time.today().plusDays(days).atStartOfDay(time.zone()).toInstant();
  }
}
