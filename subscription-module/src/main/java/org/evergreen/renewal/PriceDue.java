package org.evergreen.renewal;

import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Finds out what claimed accounts have to pay: reads what is due, groups it, has it priced. */
final class PriceDue {

  /**
   * What was found.
   *
   * @param leftOut cycles that were missed and are not billed
   */
  record Found(PriceGroups.Prices prices, List<LeftOutCycles> leftOut) {}

  private final TransactionOperations transactions;
  private final PlanDue planning;
  private final PriceGroups pricing;

  PriceDue(TransactionOperations transactions, PlanDue planning, PriceGroups pricing) {
    this.transactions = transactions;
    this.planning = planning;
    this.pricing = pricing;
  }

  /** Call it outside of transactions: the host is asked for prices. */
  Found price(Claim claim) {
    PlanDue.Plan plan = transactions.execute(status -> planning.plan(claim));
    return new Found(pricing.price(plan.groups()), plan.leftOut());
  }
}
