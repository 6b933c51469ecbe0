package org.evergreen.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.ProductId;
import org.evergreen.subscription.SubscriptionStatus;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Reads what a customer subscribed to before, product by product. */
class PastSubscriptions {

  /**
   * A product of a subscription.
   *
   * @param recipient in small letters, empty when it is no gift
   */
  record Past(
      ProductId product,
      String recipient,
      SubscriptionStatus status,
      OrderId order,
      boolean paid,
      boolean trial) {

    /** Whether the customer has it now; on hold and cancelled but still running count. */
    boolean isActive() {
      return status != SubscriptionStatus.PENDING && !status.isOver();
    }

    /** Whether he ever had it: it began, and was not cancelled before any payment. */
    boolean counts() {
      return status != SubscriptionStatus.PENDING
          && (paid || status != SubscriptionStatus.CANCELLED);
    }

    /** Whether it began with a trial. */
    boolean usedTrial() {
      return trial && status != SubscriptionStatus.PENDING;
    }
  }

  private final NamedParameterJdbcOperations jdbc;

  PastSubscriptions(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A customer's subscriptions to any of the products. */
  List<Past> of(CustomerId customer, Collection<ProductId> products) {
    if (products.isEmpty()) {
      return List.of();
    }
    return jdbc.query(
        "select distinct s.id, l.product_id, s.recipient_email, s.status, s.origin_order_id,"
            + " s.last_payment_at, s.trial_ends_at from evergreen_subscription s"
            + " join evergreen_subscription_line l on l.subscription_id = s.id"
            + " where s.customer_id = :customer and l.product_id in (:products)",
        new MapSqlParameterSource("customer", customer.value())
            .addValue("products", products.stream().map(ProductId::value).distinct().toList()),
        (row, number) -> past(row));
  }

  private static Past past(ResultSet row) throws SQLException {
    String recipient = row.getString("recipient_email");
    return new Past(
        new ProductId(row.getString("product_id")),
        recipient == null ? "" : recipient.toLowerCase(Locale.ROOT),
        SubscriptionStatus.valueOf(row.getString("status")),
        new OrderId(row.getString("origin_order_id")),
        row.getTimestamp("last_payment_at") != null,
        row.getTimestamp("trial_ends_at") != null);
  }
}
