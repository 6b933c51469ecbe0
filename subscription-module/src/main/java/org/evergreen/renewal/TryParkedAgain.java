package org.evergreen.renewal;

import java.util.List;
import org.evergreen.subscription.BillingAccounts;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes renewals due again that were set aside because something broke, once their pause is over.
 */
final class TryParkedAgain {

  private static final int BATCH = 200;

  private final TransactionOperations transactions;
  private final BillingAccounts accounts;
  private final ParkedRenewals parked;

  TryParkedAgain(
      TransactionOperations transactions, BillingAccounts accounts, ParkedRenewals parked) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.parked = parked;
  }

  /** Does so for all; safe to run on several nodes at once. */
  void bringBack() {
    List<Long> some = parked.accountsToTryAgain(BATCH);
    while (!some.isEmpty()) {
      List<Long> these = some;
      transactions.executeWithoutResult(status -> bringBack(these));
      some = parked.accountsToTryAgain(BATCH);
    }
  }

  private void bringBack(List<Long> some) {
    accounts.lock(some);
    parked.bringBack(some);
    accounts.refreshLocked(some);
  }
}
