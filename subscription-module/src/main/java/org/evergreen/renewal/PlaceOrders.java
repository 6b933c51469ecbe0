package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.evergreen.sql.Columns;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Places the orders of paid groups at the host, outside of transactions. The host knows an order by
 * the group's reference, so that placing twice gives one order. An order that the host does not
 * take stays visible with its reason and is tried again by recovery.
 */
final class PlaceOrders {

  private static final Logger LOG = LoggerFactory.getLogger(PlaceOrders.class);

  private static final Columns<Placement.Placed> PLACED =
      Columns.<Placement.Placed>of()
          .bigint("id", PlaceOrders::group)
          .text("order_id", placed -> placed.order().value())
          .text("order_number", Placement.Placed::number);
  private static final String WRITE_PLACED =
      "update evergreen_renewal_group g set order_id = coalesce(g.order_id, v.order_id),"
          + " order_number = coalesce(g.order_number, v.order_number), problem = null from "
          + PLACED.rows()
          + " where g.id = v.id";

  private static final Columns<Placement.Refused> REFUSED =
      Columns.<Placement.Refused>of()
          .bigint("id", PlaceOrders::group)
          .text("problem", refused -> ParkedRenewals.shortened(refused.reason()));
  private static final String WRITE_REFUSED =
      "update evergreen_renewal_group g set problem = v.problem from "
          + REFUSED.rows()
          + " where g.id = v.id and g.order_id is null";

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final LoadUnplacedOrders unplaced;
  private final Orders orders;

  PlaceOrders(
      JdbcOperations jdbc,
      TransactionOperations transactions,
      LoadUnplacedOrders unplaced,
      Orders orders) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.unplaced = unplaced;
    this.orders = orders;
  }

  /**
   * Places the orders of those of the groups that are paid and have none.
   *
   * @return how many were placed
   */
  int place(Collection<RenewalGroupId> groups) {
    return place(List.of(), groups);
  }

  /**
   * Places orders whose requests are known, and those of further groups.
   *
   * @param known of groups that are paid
   * @param others groups that are looked at: paid or not, with an order or without
   * @return how many were placed
   */
  int place(List<OrderRequest> known, Collection<RenewalGroupId> others) {
    List<OrderRequest> requests = new ArrayList<>(known);
    if (!others.isEmpty()) {
      requests.addAll(transactions.execute(status -> unplaced.of(others)));
    }
    if (requests.isEmpty()) {
      return 0;
    }
    List<Placement.Placed> placed = new ArrayList<>();
    List<Placement.Refused> refused = new ArrayList<>();
    for (Placement placement : ask(requests)) {
      if (placement instanceof Placement.Placed order) {
        placed.add(order);
      } else if (placement instanceof Placement.Refused refusal) {
        LogIds.of(LogId.ORDER, refusal.reference())
            .run(
                () ->
                    LOG.warn("Order {} was not taken: {}", refusal.reference(), refusal.reason()));
        refused.add(refusal);
      }
    }
    transactions.executeWithoutResult(
        status -> {
          PLACED.update(jdbc, WRITE_PLACED, placed);
          REFUSED.update(jdbc, WRITE_REFUSED, refused);
        });
    return placed.size();
  }

  private List<Placement> ask(List<OrderRequest> requests) {
    try {
      return orders.place(requests);
    } catch (RuntimeException failure) {
      LOG.warn("{} orders are placed one by one: {}", requests.size(), failure.toString());
      return requests.stream().map(this::askAlone).toList();
    }
  }

  private Placement askAlone(OrderRequest request) {
    try {
      return orders.place(List.of(request)).get(0);
    } catch (RuntimeException failure) {
      LogIds.of(LogId.ORDER, request.reference())
          .run(() -> LOG.warn("Order {} cannot be placed", request.reference(), failure));
      return new Placement.Refused(request.reference(), failure.toString());
    }
  }

  private static Long group(Placement placement) {
    return RenewalGroupId.of(placement.reference())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The host answered for an order that was not asked for: "
                        + placement.reference()))
        .value();
  }
}
