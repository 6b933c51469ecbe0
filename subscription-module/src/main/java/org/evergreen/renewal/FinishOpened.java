package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.storefront.OrderRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The second half of a renewal: what was opened is charged, settled, given back, and its orders are
 * placed.
 */
final class FinishOpened {

  private static final Logger LOG = LoggerFactory.getLogger(FinishOpened.class);

  /**
   * What came of it.
   *
   * @param charges how many the gateway was asked for
   * @param settled those whose outcome is known
   * @param dueAgain how many of the accounts were due right again when they were given back
   */
  record Finished(int charges, List<Charge> settled, int dueAgain) {

    int count(ChargeState state) {
      return (int) settled.stream().filter(charge -> charge.state() == state).count();
    }
  }

  private record Settled(List<Charge> charges, int dueAgain) {}

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final SubmitCharges submitting;
  private final ChargeSettlement settlement;
  private final PlaceOrders placing;

  FinishOpened(
      TransactionOperations transactions,
      AccountLeases leases,
      SubmitCharges submitting,
      ChargeSettlement settlement,
      PlaceOrders placing) {
    this.transactions = transactions;
    this.leases = leases;
    this.submitting = submitting;
    this.settlement = settlement;
    this.placing = placing;
  }

  Finished finish(Claim claim, Opened opened) {
    List<ChargeResult> results = submitting.submit(claim, opened.charges());
    Settled settled = settle(claim, results);
    place(opened, settled);
    return new Finished(results.size(), settled.charges(), settled.dueAgain());
  }

  /** Gives accounts back after a failure. */
  void giveBack(Claim claim, RuntimeException failure) {
    try {
      transactions.executeWithoutResult(status -> leases.release(claim));
    } catch (RuntimeException again) {
      // The lease runs out by itself.
      failure.addSuppressed(again);
    }
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

  /** What was priced just now is not read again for its order; while it is charged, it stands. */
  private void place(Opened opened, Settled settled) {
    Map<String, PricedGroup> known =
        opened.priced().stream()
            .collect(Collectors.toMap(group -> group.id().reference(), Function.identity()));
    List<OrderRequest> requests = new ArrayList<>(known.size());
    List<RenewalGroupId> others = new ArrayList<>(opened.free());
    for (Charge charge : settled.charges()) {
      PricedGroup group = known.get(charge.subject());
      if (group == null) {
        RenewalGroupId.of(charge.subject()).ifPresent(others::add);
      } else if (charge.state() == ChargeState.SUCCEEDED) {
        requests.add(group.order(charge));
      }
    }
    placing.place(requests, others);
  }
}
