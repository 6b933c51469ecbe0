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
    int broughtBack = BATCH;
    while (broughtBack == BATCH) {
      broughtBack = transactions.execute(status -> bringBackSome());
    }
  }

  private int bringBackSome() {
    List<Long> some = parked.accountsToTryAgain(BATCH);
    accounts.lock(some);
    parked.bringBack(some);
    accounts.refreshLocked(some);
    return some.size();
  }
}
