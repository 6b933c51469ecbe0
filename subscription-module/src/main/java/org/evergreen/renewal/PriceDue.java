package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.Settings;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/** Finds out what claimed accounts have to pay: reads what is due, groups it, has it priced. */
final class PriceDue {

  /**
   * What was found.
   *
   * @param leftOut cycles that were missed and are not billed
   */
  record Found(PriceGroups.Prices prices, List<LeftOutCycles> leftOut) {}

  private final TransactionOperations transactions;
  private final DueChanges changes;
  private final LoadDueSubscriptions due;
  private final GroupRenewals grouping;
  private final PriceGroups pricing;
  private final Settings settings;
  private final ShopTime time;

  PriceDue(
      TransactionOperations transactions,
      DueChanges changes,
      LoadDueSubscriptions due,
      GroupRenewals grouping,
      PriceGroups pricing,
      Settings settings,
      ShopTime time) {
    this.transactions = transactions;
    this.changes = changes;
    this.due = due;
    this.grouping = grouping;
    this.pricing = pricing;
    this.settings = settings;
    this.time = time;
  }

  /** Call it outside of transactions: the host is asked for prices. */
  Found price(Claim claim) {
    MerchantSettings rules = settings.current();
    Instant tomorrow = startOfDayIn(1);
    Instant horizon = startOfDayIn(1 + rules.grouping().windowDays());
    List<DueSubscription> subscriptions =
        transactions.execute(
            status -> {
              changes.apply(claim, tomorrow);
              return due.of(claim, tomorrow, horizon);
            });
    Set<Long> alone = rules.grouping().optOut() ? claim.alone() : Set.of();
    Instant now = time.now();
    return new Found(
        pricing.price(
            grouping.group(
                subscriptions,
                rules,
                subscription -> !alone.contains(subscription.account()),
                now)),
        LeftOutCycles.of(subscriptions, now, rules.billing().missedCycles()));
  }

  private Instant startOfDayIn(int days) {
    return time.today().plusDays(days).atStartOfDay(time.zone()).toInstant();
  }
}
