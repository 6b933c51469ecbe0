package org.evergreen.renewal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.storefront.CustomerId;

/**
 * Billing accounts that one worker has for itself for a while.
 *
 * @param owner the worker, unique among all that run
 */
record Claim(String owner, List<Account> accounts) {

  /**
   * A claimed account.
   *
   * @param version counts the claims; a worker that was overtaken has an older one
   * @param together whether its shopper wants his subscriptions paid together
   */
  record Account(long id, CustomerId customer, long version, boolean together) {}

  boolean isEmpty() {
    return accounts.isEmpty();
  }

  long[] ids() {
    return accounts.stream().mapToLong(Account::id).toArray();
  }

  /** The accounts whose shoppers want each subscription charged alone. */
  Set<Long> alone() {
    return accounts.stream()
        .filter(account -> !account.together())
        .map(Account::id)
        .collect(Collectors.toSet());
  }

  /** The same claim on one of its accounts. */
  Claim only(Account account) {
    return new Claim(owner, List.of(account));
  }
}
