package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The next attempt for groups that are owed together although the shopper pays a part of them by
 * hand: they are split up, what is charged by itself is charged, and the other part waits for him.
 */
final class SplitRetries {

  private static final String NOT_SPLIT =
      "It could not be priced in parts just now; it is tried again.";

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

  /**
   * Call it outside of transactions: the host is asked for prices. When it does not answer, or a
   * subscription changes meanwhile, the groups are put off.
   */
  Opened open(Claim claim, List<RenewalGroupId> owed) {
    List<PlannedGroup> parts = transactions.execute(status -> splits.byMethod(owed));
    PriceGroups.Prices prices = pricing.price(parts);
    Set<RenewalGroupId> splittable = origins(parts.stream());
    splittable.removeAll(
        origins(
            prices.unpriced().stream().filter(part -> !part.mayPass()).map(UnpricedGroup::plan)));
    Map<Boolean, List<RenewalGroupId>> divided =
        owed.stream().collect(Collectors.partitioningBy(splittable::contains));
    return transactions.execute(
        status -> {
          Set<Long> held = leases.lockHeld(claim);
          Opened opened = groups.open(prices.priced(), held);
          List<RenewalGroupId> unsplit = new ArrayList<>(divided.get(false));
          unsplit.addAll(retries.putOff(held, divided.get(true), NOT_SPLIT));
          return opened.plus(retries.openUnsplit(held, unsplit));
        });
  }

  private static Set<RenewalGroupId> origins(Stream<PlannedGroup> parts) {
    return parts
        .flatMap(part -> part.splitOff().stream())
        .map(SplitOff::group)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
