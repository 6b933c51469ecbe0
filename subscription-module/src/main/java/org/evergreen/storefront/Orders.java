package org.evergreen.storefront;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The host's orders. The calls are batch-shaped because a renewal run makes one for many customers;
 * answers come in the order of the requests, and a request that fails does not disturb the others.
 */
public interface Orders {

  /** Prices lines, tax and shipping for an order that is not placed; keeps nothing. */
  List<Quote> quote(List<QuoteRequest> requests);

  /**
   * Places orders that are already paid, exactly as they were quoted. Idempotent by {@link
   * OrderRequest#reference()}: the second call with a reference answers with the first one's order.
   * The order is marked, so that the host's checkout does not start subscriptions from it.
   */
  List<Placement> place(List<OrderRequest> orders);

  /** Summaries of orders that exist; an id the host does not know is left out. */
  Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids);
}
