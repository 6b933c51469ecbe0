package org.evergreen.renewal;

import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The next attempt for groups that are owed together although the shopper pays a part of them by
 * hand: they are split up, what is charged by itself is charged, and the other part waits for him.
 */
final class SplitRetries {

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final SplitGroups splits;
  private final PriceGroups pricing;
  private final OpenGroups groups;
  private final RetryGroups retries;

  SplitRetries(
      TransactionOperations transactions,
      AccountLeases leases,
      SplitGroups splits,
      PriceGroups pricing,
      OpenGroups groups,
      RetryGroups retries) {
    this.transactions = transactions;
    this.leases = leases;
    this.splits = splits;
    this.pricing = pricing;
    this.groups = groups;
    this.retries = retries;
  }

  /** Call it outside of transactions: the host is asked for prices. */
  Opened open(Claim claim, List<RenewalGroupId> owed) {
    List<PlannedGroup> parts = transactions.execute(status -> splits.byMethod(owed));
    PriceGroups.Prices prices = pricing.price(parts);
    return transactions.execute(
        status -> {
          Set<Long> held = leases.lockHeld(claim);
          return groups.open(prices.priced(), held).plus(retries.openUnsplit(held, owed));
        });
  }
}
