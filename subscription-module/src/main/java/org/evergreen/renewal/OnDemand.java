package org.evergreen.renewal;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does for one account, at once, what the run does for many: claim, open, charge, settle, place.
 * The lease keeps the run and other tabs out meanwhile; a death on the way is mended as if it had
 * been the run's.
 */
final class OnDemand {

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final FinishOpened finishing;

  OnDemand(TransactionOperations transactions, AccountLeases leases, FinishOpened finishing) {
    this.transactions = transactions;
    this.leases = leases;
    this.finishing = finishing;
  }

  /**
   * Opens something for an account and sees it through. Call it outside of transactions.
   *
   * @param opening gets the claim; what it opens is committed when it returns
   * @return what was opened; empty when somebody else is working on the account
   */
  <T> Optional<T> run(long account, Function<Claim, Opening<T>> opening) {
    String owner = UUID.randomUUID().toString();
    Claim claim = transactions.execute(status -> leases.claim(owner, account));
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    try {
      Opening<T> opened = opening.apply(claim);
      finishing.finish(claim, opened.opened());
      return Optional.of(opened.answer());
    } catch (RuntimeException failure) {
      finishing.giveBack(claim, failure);
      throw failure;
    }
  }

  /**
   * What was opened.
   *
   * @param answer for whoever asked
   */
  record Opening<T>(Opened opened, T answer) {}
}
