package org.evergreen.payment;

import java.util.List;
import org.evergreen.time.ShopTime;
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
  private final ShopTime time;
  private final PaymentSettings settings;

  RefundRecovery(
      TransactionOperations transactions,
      Charges charges,
      RefundRows rows,
      GatewayCalls gateway,
      RefundSettlement settlement,
      ShopTime time,
      PaymentSettings settings) {
    this.transactions = transactions;
    this.charges = charges;
    this.rows = rows;
    this.gateway = gateway;
    this.settlement = settlement;
    this.time = time;
    this.settings = settings;
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

  private boolean recovered(Refund refund) {
    Charge charge = charges.find(refund.charge()).orElseThrow();
    RefundLookUp answer = gateway.lookUpRefund(charge, refund);
    if (answer instanceof RefundLookUp.Found found) {
      return settlement.settle(refund, found.outcome()).state().isFinal();
    }
    if (answer instanceof RefundLookUp.Unavailable unavailable) {
      LOG.warn("{} is still unknown: {}", refund, unavailable.detail());
      return false;
    }
    if (!refund.openedAt().isAfter(time.now().minus(settings.keyLife()))) {
      LOG.warn("{} never reached the gateway; it is given up", refund);
      return settlement.settle(refund, NEVER_ARRIVED).state().isFinal();
    }
    // Under the same key, which the gateway would recognise if the first request still arrived.
    return settlement.settle(refund, gateway.refund(charge, refund)).state().isFinal();
  }
}
