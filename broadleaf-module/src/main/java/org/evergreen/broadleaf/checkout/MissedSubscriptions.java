package org.evergreen.broadleaf.checkout;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.evergreen.broadleaf.order.RenewalMark;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/** Starts the subscriptions of paid orders for which that has failed, or was interrupted. */
public class MissedSubscriptions {

  private static final Logger log = LoggerFactory.getLogger(MissedSubscriptions.class);

  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int AT_ONCE = 100;
  private static final String MISSED =
      "select o.order_id from blc_order o"
          + " where o.order_status = 'SUBMITTED' and o.submit_date >= ?"
          + " and exists (select 1 from blc_order_item i"
          + " join blc_order_item_add_attr a on a.order_item_id = i.order_item_id"
          + " where i.order_id = o.order_id and a.name = 'evergreen.terms')"
          + " and not exists (select 1 from blc_order_attribute m"
          + " where m.order_id = o.order_id and m.name = '"
          + RenewalMark.ATTRIBUTE
          + "')"
          + " and not exists (select 1 from evergreen_subscription s"
          + " where s.origin_order_id = cast(o.order_id as varchar))"
          + " order by o.order_id limit "
          + AT_ONCE;

  private final JdbcOperations jdbc;
  private final OrderService orders;
  private final OrderStarts starts;
  private final Apart apart;
  private final ShopTime time;

  public MissedSubscriptions(
      JdbcOperations jdbc, OrderService orders, OrderStarts starts, Apart apart, ShopTime time) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.starts = starts;
    this.apart = apart;
    this.time = time;
  }

  /**
   * Looks for such orders and starts their subscriptions; repeatable at any time.
   *
   * @return how many orders were made up for
   */
  public int start() {
    Timestamp since = Timestamp.from(time.now().minus(LOOK_BACK));
    List<Long> missed = jdbc.queryForList(MISSED, Long.class, since);
    return (int) missed.stream().filter(this::start).count();
  }

  private boolean start(long orderId) {
    try {
      apart.call(
          status -> {
            Order order = orders.findOrderById(orderId);
            Instant paidAt = Instant.ofEpochMilli(order.getSubmitDate().getTime());
            return starts.prepare(order, paidAt).start();
          });
      return true;
    } catch (RuntimeException e) {
      log.error("The subscriptions of order {} could still not be started", orderId, e);
      return false;
    }
  }
}
