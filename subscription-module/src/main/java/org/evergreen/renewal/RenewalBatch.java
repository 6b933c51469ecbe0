package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Renews one batch of accounts, step by step: claim; price and open; submit and charge; settle and
 * give back; place the orders. Every step is a transaction of its own or none at all, and may be
 * the last one before the process is killed: what it leaves behind, recovery or the next claim goes
 * on with.
 */
final class RenewalBatch {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalBatch.class);

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

  private record Settled(List<Charge> charges, int dueAgain) {}

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final OpenDue opening;
  private final SubmitCharges submitting;
  private final ChargeSettlement settlement;
  private final PlaceOrders placing;

  RenewalBatch(
      TransactionOperations transactions,
      AccountLeases leases,
      OpenDue opening,
      SubmitCharges submitting,
      ChargeSettlement settlement,
      PlaceOrders placing) {
    this.transactions = transactions;
    this.leases = leases;
    this.opening = opening;
    this.submitting = submitting;
    this.settlement = settlement;
    this.placing = placing;
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
      giveBack(claim, failure);
      throw failure;
    }
  }

  private Outcome renew(Claim claim) {
    OpenDue.Outcome due = opening.open(claim);
    Opened opened = due.opened();
    List<ChargeResult> results = submitting.submit(claim, opened.charges());
    Settled settled = settle(claim, results);
    placing.place(paid(opened, settled));
    return new Outcome(
        new RunReport(
            claim.accounts().size(),
            opened.renewals(),
            results.size(),
            count(settled, ChargeState.SUCCEEDED),
            count(settled, ChargeState.DECLINED),
            count(settled, ChargeState.ACTION_REQUIRED) + opened.waiting(),
            results.size() - settled.charges().size(),
            due.parked()),
        settled.dueAgain());
  }

  private Settled settle(Claim claim, List<ChargeResult> results) {
    try {
      return transactions.execute(
          status -> new Settled(settlement.settle(results), leases.release(claim)));
    } catch (RuntimeException failure) {
      LOG.warn("Results are settled apart from each other: {}", failure.toString());
      List<Charge> settled = settlement.settleApart(results);
      return new Settled(settled, transactions.execute(status -> leases.release(claim)));
    }
  }

  private void giveBack(Claim claim, RuntimeException failure) {
    try {
      transactions.executeWithoutResult(status -> leases.release(claim));
    } catch (RuntimeException again) {
      // The lease runs out by itself.
      failure.addSuppressed(again);
    }
  }

  private static List<RenewalGroupId> paid(Opened opened, Settled settled) {
    List<RenewalGroupId> paid = new ArrayList<>(opened.free());
    for (Charge charge : settled.charges()) {
      RenewalGroupId.of(charge.subject()).ifPresent(paid::add);
    }
    return paid;
  }

  private static int count(Settled settled, ChargeState state) {
    return (int) settled.charges().stream().filter(charge -> charge.state() == state).count();
  }
}
