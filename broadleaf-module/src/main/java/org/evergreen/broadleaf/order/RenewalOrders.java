package org.evergreen.broadleaf.order;

import java.util.Date;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Placement;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/** Places orders that are paid already, through Broadleaf's checkout workflow. */
public class RenewalOrders {

  private static final Logger log = LoggerFactory.getLogger(RenewalOrders.class);

  private final Drafts drafts;
  private final TakenPayments payments;
  private final CheckoutService checkout;
  private final Apart apart;
  private final JdbcOperations jdbc;

  public RenewalOrders(
      Drafts drafts,
      TakenPayments payments,
      CheckoutService checkout,
      Apart apart,
      JdbcOperations jdbc) {
    this.drafts = drafts;
    this.payments = payments;
    this.checkout = checkout;
    this.apart = apart;
    this.jdbc = jdbc;
  }

  /**
   * Places an order once for its reference: a second call, also at the same moment, waits for the
   * first and answers with its order.
   *
   * @throws OrderNotPossibleException if Broadleaf does not take it
   */
  Placement.Placed place(OrderRequest request) {
    return apart.call(
        status -> {
          int first =
              jdbc.update(
                  "insert into evergreen_broadleaf_order (reference) values (?)"
                      + " on conflict (reference) do nothing",
                  request.reference());
          return first == 0 ? placed(request.reference()) : placeFirst(request);
        });
  }

  private Placement.Placed placed(String reference) {
    return jdbc.queryForObject(
        "select order_id, order_number from evergreen_broadleaf_order where reference = ?",
        (row, n) ->
            new Placement.Placed(
                reference,
                new OrderId(Long.toString(row.getLong("order_id"))),
                row.getString("order_number")),
        reference);
  }

  private Placement.Placed placeFirst(OrderRequest request) {
    Draft draft = drafts.make(request.request(), request.reference());
    Order order = draft.order();
    keepQuotedTotal(order, request);
    writePayments(order, request);
    Order done = checkOut(order);
    done.setSubmitDate(Date.from(request.paidAt()));
    jdbc.update(
        "update evergreen_broadleaf_order set order_id = ?, order_number = ? where reference = ?",
        done.getId(),
        done.getOrderNumber(),
        request.reference());
    return new Placement.Placed(
        request.reference(), new OrderId(done.getId().toString()), done.getOrderNumber());
  }

  private void writePayments(Order order, OrderRequest request) {
    if (request.credit().isPositive()) {
      payments.writeCredit(order, request.credit(), request.reference());
    }
    Money charged = request.quote().total().minus(request.credit());
    if (charged.isPositive()) {
      payments.write(order, charged, request.gateway(), request.gatewayReference());
    }
  }

  /** The money is taken: what became dearer or cheaper since then no longer counts. */
  private static void keepQuotedTotal(Order order, OrderRequest request) {
    Money quoted = request.quote().total();
    Money now = Amounts.orZero(order.getTotal(), quoted.getCurrencyUnit());
    if (!now.equals(quoted)) {
      log.warn("{} was quoted at {} and would cost {} now", request.reference(), quoted, now);
      order.setTotal(Amounts.of(quoted));
    }
  }

  private Order checkOut(Order order) {
    try {
      return checkout.performCheckout(order).getOrder();
    } catch (CheckoutException e) {
      throw OrderNotPossibleException.broadleafSays(e);
    }
  }
}
