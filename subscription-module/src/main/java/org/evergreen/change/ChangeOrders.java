package org.evergreen.change;

import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Places the orders of changes that are paid, outside of transactions. The host knows an order by
 * the change's reference, so that placing twice gives one order. An order that the host does not
 * take stays visible with its reason and is tried again by recovery.
 */
final class ChangeOrders {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeOrders.class);

  private final Orders orders;
  private final HostPrices host;
  private final Charges charges;
  private final SubscriptionQueries subscriptions;
  private final ChangeRows rows;
  private final TransactionOperations transactions;

  ChangeOrders(
      Orders orders,
      HostPrices host,
      Charges charges,
      SubscriptionQueries subscriptions,
      ChangeRows rows,
      TransactionOperations transactions) {
    this.orders = orders;
    this.host = host;
    this.charges = charges;
    this.subscriptions = subscriptions;
    this.rows = rows;
    this.transactions = transactions;
  }

  /** Places the orders of those that have one and were paid. */
  void place(List<ChangeRow> changes) {
    changes.stream()
        .filter(row -> row.plan().order().isPresent() && row.order().isEmpty())
        .forEach(this::place);
  }

  private void place(ChangeRow row) {
    Placement placement = ask(row);
    if (placement instanceof Placement.Placed placed) {
      transactions.executeWithoutResult(status -> rows.placed(row.id(), placed));
    } else if (placement instanceof Placement.Refused refused) {
      LOG.warn("Order {} was not taken: {}", refused.reference(), refused.reason());
      transactions.executeWithoutResult(status -> rows.notPlaced(row.id(), refused.reason()));
    }
  }

  private Placement ask(ChangeRow row) {
    try {
      return orders.place(List.of(request(row))).get(0);
    } catch (RuntimeException failure) {
      LOG.warn("Order {} cannot be placed", row.id().reference(), failure);
      return new Placement.Refused(row.id().reference(), failure.toString());
    }
  }

  private OrderRequest request(ChangeRow row) {
    String reference = row.id().reference();
    HostOrder order = row.plan().order().orElseThrow();
    Subscription subscription = subscriptions.find(row.subscription()).orElseThrow();
    Charge charge =
        charges.attempts(reference).stream()
            .filter(attempt -> attempt.state() == ChargeState.SUCCEEDED)
            .findFirst()
            .orElse(null);
    return new OrderRequest(
        reference,
        host.request(reference, subscription, order.shipTo(), order.lines()),
        order.named(reference),
        row.plan().amounts().fromCredit(),
        charge == null ? "none" : charge.gateway(),
        charge == null ? "" : charge.gatewayReference().orElse(""),
        row.settledAt().orElseThrow());
  }
}
