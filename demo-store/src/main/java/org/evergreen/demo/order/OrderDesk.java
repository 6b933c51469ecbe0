package org.evergreen.demo.order;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.demo.database.AddressColumns;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.OrderId;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes the orders that shoppers place, and how far they have come. */
@Component
public class OrderDesk {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final OrderLines lines;
  private final OrderBook book;
  private final ShopTime time;

  OrderDesk(
      JdbcClient jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      OrderLines lines,
      OrderBook book,
      ShopTime time) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.lines = lines;
    this.book = book;
    this.time = time;
  }

  /**
   * Places an order in state {@code PENDING}.
   *
   * @return the order, or nothing when this form has made one already, or another order of the
   *     shopper is still pending
   */
  public Optional<ShopOrder> place(NewOrder order) {
    return transactions.execute(
        status -> {
          Optional<Long> id = insert(order);
          id.ifPresent(placed -> lines.write(Map.of(placed, order.lines())));
          return id.flatMap(book::find);
        });
  }

  private Optional<Long> insert(NewOrder order) {
    long id = jdbc.sql("select nextval('demo_order_seq')").query(Long.class).single();
    PricedGoods goods = order.goods();
    return jdbc.sql(
            "insert into demo_order (id, number, account_id, status, renewal, checkout_token,"
                + " currency, shipping, shipping_tax, total, payment_method_id, gateway,"
                + " gateway_reference, ship_name, ship_line1, ship_line2, ship_city, ship_region,"
                + " ship_postal_code, ship_country, ship_phone, placed_at, coupon) values (:id, :number,"
                + " :account, 'PENDING', false, :token, :currency, :shipping, :shippingTax, :total,"
                + " :method, 'none', '', :ship_name, :ship_line1, :ship_line2, :ship_city,"
                + " :ship_region, :ship_postal_code, :ship_country, :ship_phone, :now, :coupon)"
                + " on conflict do nothing returning id")
        .param("id", id)
        .param("number", Long.toString(id))
        .param("account", order.accountId())
        .param("token", order.token())
        .param("currency", goods.total().getCurrencyUnit().getCode())
        .param("shipping", goods.shipping().getAmount())
        .param("shippingTax", goods.shippingTax().getAmount())
        .param("total", goods.total().getAmount())
        .param("method", order.method().value())
        .params(AddressColumns.values(order.shipTo(), "ship_"))
        .param("now", Timestamp.from(time.now()))
        .param("coupon", order.coupon().orElse(null), Types.VARCHAR)
        .query(Long.class)
        .optional();
  }

  /** Locks an order until the end of the transaction and reads it. */
  public Optional<ShopOrder> lock(long id) {
    List<Long> locked =
        jdbc.sql("select id from demo_order where id = ? for update")
            .param(id)
            .query(Long.class)
            .list();
    return locked.stream().findFirst().flatMap(book::find);
  }

  /** Notes that an order is paid. */
  public void paid(long id, Instant paidAt, String gateway, String gatewayReference) {
    jdbc.sql(
            "update demo_order set status = 'PAID', paid_at = :paidAt, gateway = :gateway,"
                + " gateway_reference = :reference where id = :id")
        .param("id", id)
        .param("paidAt", Timestamp.from(paidAt))
        .param("gateway", gateway)
        .param("reference", gatewayReference)
        .update();
  }

  /** Notes with what an order that is not paid will be paid. */
  public void payWith(long id, PaymentMethodId method) {
    jdbc.sql("update demo_order set payment_method_id = ? where id = ? and status <> 'PAID'")
        .param(method.value())
        .param(id)
        .update();
  }

  /** Notes that another form of the shopper asks for an order that was not paid. */
  public void askedAgain(long id, String token, PaymentMethodId method) {
    jdbc.sql(
            "update demo_order set checkout_token = ?, payment_method_id = ?"
                + " where id = ? and status = 'FAILED'")
        .param(token)
        .param(method.value())
        .param(id)
        .update();
  }

  /**
   * Gives up the orders that were not paid and hold one of these lines of a cart: another order
   * takes their place.
   *
   * @return the orders
   */
  public List<OrderId> giveUp(long accountId, Collection<Long> cartLines) {
    return jdbc.sql(
            "update demo_order o set status = 'CANCELLED' where account_id = :account"
                + " and status = 'FAILED' and exists (select 1 from demo_order_line l"
                + " where l.order_id = o.id and l.cart_line_id = any(:lines)) returning o.id")
        .param("account", accountId)
        .param("lines", cartLines.toArray(Long[]::new))
        .query((row, number) -> new OrderId(row.getString("id")))
        .list();
  }

  /** Notes how far an order that is not paid has come. */
  public void move(long id, OrderStatus status) {
    jdbc.sql("update demo_order set status = :status where id = :id and status <> 'PAID'")
        .param("id", id)
        .param("status", status.name())
        .update();
  }
}
