package org.evergreen.demo.cart;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a shopper wants for his cart as a whole: a coupon, and his existing billing day. */
@Component
class CartWishes {

  /**
   * The wishes.
   *
   * @param coupon a code that was valid when it was typed
   * @param billingDay whether new subscriptions go to the day on which he pays already
   */
  record Wishes(Optional<String> coupon, boolean billingDay) {}

  private static final String OF_OWNER = " where guest_key = :guest or account_id = :account";

  private final JdbcClient jdbc;

  CartWishes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Wishes of(CartOwner owner) {
    return owned("select coupon, billing_day from demo_cart" + OF_OWNER, owner)
        .query(CartWishes::read)
        .optional()
        .orElse(new Wishes(Optional.empty(), false));
  }

  void useCoupon(CartOwner owner, Optional<String> code) {
    owned("update demo_cart set coupon = :coupon" + OF_OWNER, owner)
        .param("coupon", code.orElse(null), Types.VARCHAR)
        .update();
  }

  void useBillingDay(CartOwner owner, boolean wanted) {
    owned("update demo_cart set billing_day = :wanted" + OF_OWNER, owner)
        .param("wanted", wanted)
        .update();
  }

  /** Forgets them, because the order they were for is made. */
  void forget(long accountId) {
    jdbc.sql("update demo_cart set coupon = null, billing_day = false where account_id = ?")
        .param(accountId)
        .update();
  }

  private JdbcClient.StatementSpec owned(String sql, CartOwner owner) {
    String guest = owner instanceof CartOwner.Guest known ? known.key() : null;
    Long account = owner instanceof CartOwner.Shopper known ? known.accountId() : null;
    return jdbc.sql(sql)
        .param("guest", guest, Types.VARCHAR)
        .param("account", account, Types.BIGINT);
  }

  private static Wishes read(ResultSet row, int number) throws SQLException {
    return new Wishes(Optional.ofNullable(row.getString("coupon")), row.getBoolean("billing_day"));
  }
}
