package org.evergreen.renewal;

import org.evergreen.payment.ChargeState;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Renews one batch of accounts, step by step: claim; price and open; submit and charge; settle and
 * give back; place the orders. Every step is a transaction of its own or none at all, and may be
 * the last one before the process is killed: what it leaves behind, recovery or the next claim goes
 * on with.
 */
final class RenewalBatch {

  /**
   * What a batch did.
   *
   * @param dueAgain how many of its accounts were due right again when they were given back
   */
  record Outcome(RunReport report, int dueAgain) {

    boolean isEmpty() {
      return report.accounts() == 0;
    }

    /** Whether it found something due but nothing to do about it. */
    boolean isStuck() {
      return dueAgain > 0 && report.renewals() == 0 && report.parked() == 0;
    }
  }

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final OpenDue opening;
  private final FinishOpened finishing;

  RenewalBatch(
      TransactionOperations transactions,
      AccountLeases leases,
      OpenDue opening,
      FinishOpened finishing) {
    this.transactions = transactions;
    this.leases = leases;
    this.opening = opening;
    this.finishing = finishing;
  }

  /**
   * Renews the accounts that have been due longest.
   *
   * @param owner names the worker, unique among all that run
   */
  Outcome renew(String owner) {
    Claim claim = transactions.execute(status -> leases.claim(owner));
    if (claim.isEmpty()) {
      return new Outcome(RunReport.none(), 0);
    }
    try {
      return renew(claim);
    } catch (RuntimeException failure) {
      finishing.giveBack(claim, failure);
      throw failure;
    }
  }

  private Outcome renew(Claim claim) {
    OpenDue.Outcome due = opening.open(claim);
    Opened opened = due.opened();
    FinishOpened.Finished finished = finishing.finish(claim, opened);
    return new Outcome(
        new RunReport(
            claim.accounts().size(),
            opened.renewals(),
            finished.charges(),
            finished.count(ChargeState.SUCCEEDED),
            finished.count(ChargeState.DECLINED),
            finished.count(ChargeState.ACTION_REQUIRED) + opened.waiting(),
            finished.charges() - finished.settled().size(),
            due.parked()),
        finished.dueAgain());
  }
}
