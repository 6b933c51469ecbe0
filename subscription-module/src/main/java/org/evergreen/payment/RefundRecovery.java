package org.evergreen.payment;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Finds out what became of refunds whose answer never came. */
public class RefundRecovery {

  private static final Logger LOG = LoggerFactory.getLogger(RefundRecovery.class);
  private static final int BATCH = 100;
  private static final RefundOutcome NEVER_ARRIVED =
      new RefundOutcome.Refused("The refund never reached the gateway; it can be asked for again.");

  private final TransactionOperations transactions;
  private final Charges charges;
  private final RefundRows rows;
  private final GatewayCalls gateway;
  private final RefundSettlement settlement;
  private final AdoptedRefunds adopted;

  RefundRecovery(
      TransactionOperations transactions,
      Charges charges,
      RefundRows rows,
      GatewayCalls gateway,
      RefundSettlement settlement,
      AdoptedRefunds adopted) {
    this.transactions = transactions;
    this.charges = charges;
    this.rows = rows;
    this.gateway = gateway;
    this.settlement = settlement;
    this.adopted = adopted;
  }

  /**
   * Asks the gateway for every refund whose answer is overdue and settles it. Repeatable, and safe
   * to run on several nodes at once.
   *
   * @return how many refunds were settled for good
   */
  public int recover() {
    int settled = 0;
    List<Refund> overdue = transactions.execute(status -> rows.takeOverdue(BATCH));
    while (!overdue.isEmpty()) {
      settled += (int) overdue.stream().filter(this::recovered).count();
      overdue = transactions.execute(status -> rows.takeOverdue(BATCH));
    }
    return settled;
  }

  /** One that breaks does not keep the others. */
  private boolean recovered(Refund refund) {
    try {
      Charge charge = charges.find(refund.charge()).orElseThrow();
      return AdoptedRefunds.isMadeElsewhere(refund)
          ? readAgain(charge, refund)
          : lookedUp(charge, refund);
    } catch (RuntimeException failure) {
      LOG.error("{} is still unknown and is asked about again", refund, failure);
      return false;
    }
  }

  private boolean readAgain(Charge charge, Refund refund) {
    try {
      return adopted.adopt(charge.gateway(), refund.gatewayReference().orElseThrow()).stream()
          .anyMatch(now -> now.id() == refund.id() && now.state().isFinal());
    } catch (GatewayUnavailableException unavailable) {
      LOG.warn("{} is still unknown: {}", refund, unavailable.getMessage());
      return false;
    }
  }

  private boolean lookedUp(Charge charge, Refund refund) {
    RefundLookUp answer = gateway.lookUpRefund(charge, refund);
    if (answer instanceof RefundLookUp.Found found) {
      return settlement.learn(refund, found.outcome()).state().isFinal();
    }
    if (answer instanceof RefundLookUp.Unavailable unavailable) {
      LOG.warn("{} is still unknown: {}", refund, unavailable.detail());
      return false;
    }
    if (refund.gatewayReference().isPresent()) {
      LOG.warn("{} is not found by the gateway, which had accepted it; it is not repeated", refund);
      return false;
    }
    if (!rows.isKeyAlive(refund)) {
      LOG.warn("{} never reached the gateway; it is given up", refund);
      return settlement.learn(refund, NEVER_ARRIVED).state().isFinal();
    }
    // Under the same key, which the gateway would recognise if the first request still arrived.
    return settlement.learn(refund, gateway.refund(charge, refund)).state().isFinal();
  }
}
