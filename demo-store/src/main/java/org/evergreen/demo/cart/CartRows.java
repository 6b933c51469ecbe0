package org.evergreen.demo.cart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.checkout.Gift;
import org.evergreen.demo.database.GiftColumns;
import org.evergreen.plan.PlanOfferText;
import org.evergreen.storefront.SkuId;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The rows of carts. A SKU stands once in a cart for each plan, with its quantity. */
@Component
class CartRows {

  private static final String OF_OWNER =
      "(select id from demo_cart where guest_key = :guest or account_id = :account)";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final ShopTime time;

  CartRows(
      JdbcClient jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.time = time;
  }

  /** The lines in the order in which they were put in. */
  List<StoredLine> lines(CartOwner owner) {
    return owned(
            "select * from demo_cart_line where cart_id in " + OF_OWNER + " order by id", owner)
        .query(CartRows::read)
        .list();
  }

  /** How many units there are in all. */
  int units(CartOwner owner) {
    return owned(
            "select coalesce(sum(quantity), 0) from demo_cart_line where cart_id in " + OF_OWNER,
            owner)
        .query(Integer.class)
        .single();
  }

  /**
   * Puts units in; a line for the same SKU, plan and person takes them, up to the most of one line.
   *
   * @param line its key does not matter
   */
  void add(CartOwner owner, StoredLine line) {
    transactions.executeWithoutResult(status -> insert(cartId(owner), line));
  }

  private void insert(long cart, StoredLine line) {
    jdbc.sql(
            "insert into demo_cart_line as line (cart_id, sku_id, plan_id, offer, quantity, "
                + GiftColumns.NAMES
                + ") values (:cart, :sku, :plan, :offer, :quantity, "
                + GiftColumns.PARAMETERS
                + ") on conflict (cart_id, sku_id, coalesce(plan_id, 0),"
                + " coalesce(lower(recipient_email), '')) do update set quantity ="
                + " least(:most, line.quantity + excluded.quantity), offer = excluded.offer")
        .param("cart", cart)
        .param("sku", line.sku().value())
        .param("plan", line.offer().map(chosen -> chosen.plan().value()).orElse(null))
        .param("offer", line.offer().map(PlanOfferText::write).orElse(null))
        .param("quantity", line.quantity())
        .param("most", Quantity.MOST)
        .params(GiftColumns.values(line.gift()))
        .update();
  }

  /**
   * Notes who gets a line.
   *
   * @return whether there was such a line in this cart
   * @throws org.springframework.dao.DuplicateKeyException if another line is the same for the same
   *     person
   */
  boolean setGift(CartOwner owner, long line, Optional<Gift> gift) {
    return owned(
                "update demo_cart_line set ("
                    + GiftColumns.NAMES
                    + ") = ("
                    + GiftColumns.PARAMETERS
                    + ") where id = :line and cart_id in "
                    + OF_OWNER,
                owner)
            .param("line", line)
            .params(GiftColumns.values(gift))
            .update()
        == 1;
  }

  /** The owner's cart, made when he has none; its row stays locked until the transaction ends. */
  private long cartId(CartOwner owner) {
    String key = owner instanceof CartOwner.Guest ? "guest_key" : "account_id";
    return owned(
            "insert into demo_cart (guest_key, account_id, touched_at)"
                + " values (:guest, :account, :now) on conflict ("
                + key
                + ") do update set touched_at = excluded.touched_at returning id",
            owner)
        .param("now", Timestamp.from(time.now()))
        .query(Long.class)
        .single();
  }

  /** Whether there was such a line in this cart. */
  boolean setQuantity(CartOwner owner, long line, int quantity) {
    return owned(
                "update demo_cart_line set quantity = :quantity where id = :line and cart_id in "
                    + OF_OWNER,
                owner)
            .param("line", line)
            .param("quantity", quantity)
            .update()
        == 1;
  }

  /** Removes a line of this cart and answers with it. */
  Optional<StoredLine> remove(CartOwner owner, long line) {
    return owned(
            "delete from demo_cart_line where id = :line and cart_id in "
                + OF_OWNER
                + " returning *",
            owner)
        .param("line", line)
        .query(CartRows::read)
        .optional();
  }

  /** The quantities of those lines that there are, locked until the transaction ends. */
  Map<Long, Integer> quantities(Collection<Long> lines) {
    Long[] ids = lines.toArray(Long[]::new);
    return jdbc
        .sql("select * from demo_cart_line where id = any(?) order by id for update")
        .param(ids)
        .query(CartRows::read)
        .list()
        .stream()
        .collect(Collectors.toMap(StoredLine::id, StoredLine::quantity));
  }

  /** Removes lines that were bought. */
  void removeBought(Collection<Long> lines) {
    Long[] ids = lines.toArray(Long[]::new);
    jdbc.sql("delete from demo_cart_line where id = any(?)").param(ids).update();
  }

  /** Moves what a guest has collected into a shopper's cart. */
  void move(CartOwner.Guest guest, CartOwner.Shopper shopper) {
    transactions.executeWithoutResult(
        status -> {
          List<StoredLine> lines = lines(guest);
          if (!lines.isEmpty()) {
            long cart = cartId(shopper);
            lines.forEach(line -> insert(cart, line));
            jdbc.sql(
                    "update demo_cart set coupon = coalesce((select coupon from demo_cart"
                        + " where guest_key = ?), coupon) where id = ?")
                .param(guest.key())
                .param(cart)
                .update();
          }
          jdbc.sql("delete from demo_cart where guest_key = ?").param(guest.key()).update();
        });
  }

  private JdbcClient.StatementSpec owned(String sql, CartOwner owner) {
    String guest = owner instanceof CartOwner.Guest known ? known.key() : null;
    Long account = owner instanceof CartOwner.Shopper known ? known.accountId() : null;
    return jdbc.sql(sql)
        .param("guest", guest, Types.VARCHAR)
        .param("account", account, Types.BIGINT);
  }

  private static StoredLine read(ResultSet row, int number) throws SQLException {
    return new StoredLine(
        row.getLong("id"),
        new SkuId(row.getString("sku_id")),
        row.getInt("quantity"),
        Optional.ofNullable(row.getString("offer")).map(PlanOfferText::read),
        GiftColumns.read(row));
  }
}
