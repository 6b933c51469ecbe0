package org.evergreen.renewal;

import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** Finds out what claimed accounts have to pay: reads what is due, groups it, has it priced. */
final class PriceDue {

  private final TransactionOperations transactions;
  private final LoadDueSubscriptions due;
  private final GroupRenewals grouping;
  private final PriceGroups pricing;

  PriceDue(
      TransactionOperations transactions,
      LoadDueSubscriptions due,
      GroupRenewals grouping,
      PriceGroups pricing) {
    this.transactions = transactions;
    this.due = due;
    this.grouping = grouping;
    this.pricing = pricing;
  }

  /** Call it outside of transactions: the host is asked for prices. */
  PriceGroups.Prices price(Claim claim) {
    List<DueSubscription> subscriptions = transactions.execute(status -> due.of(claim));
    return pricing.price(grouping.group(subscriptions));
  }
}
