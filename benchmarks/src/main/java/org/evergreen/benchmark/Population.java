package org.evergreen.benchmark;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Subscriptions to be loaded.
 *
 * @param active how many there are
 * @param due how many of them are due
 * @param duePerCustomer how many are due for one customer; the others have as many each
 */
record Population(int active, int due, int duePerCustomer) {

  /** When the benchmark takes place. */
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final String ACCOUNTS =
      "insert into evergreen_billing_account (id, customer_id, version, next_due_at)"
          + " select c, 'customer-' || c, 0, case when c <= ? then"
          + " timestamptz '2026-03-01T11:00:00Z' - (hashint8(c) & 1023) * interval '10 seconds'"
          + " else timestamptz '2026-03-02T00:00:00Z' + (hashint8(c) & 65535) * interval '30 seconds'"
          + " end from generate_series(1, ?) as c";

  private static final String METHODS =
      "insert into evergreen_payment_method (id, customer_id, gateway, token, brand, last_four,"
          + " expiry, created_at) select c, 'customer-' || c, 'sandbox', 'sandbox-succeeds', 'Visa',"
          + " '4242', '2039-12', timestamptz '2025-01-01T00:00:00Z' from generate_series(1, ?) as c";

  private static final String ADDRESSES =
      "insert into evergreen_address (id, customer_id, fingerprint, name, line1, line2, city,"
          + " region, postal_code, country, phone) select c, 'customer-' || c,"
          + " encode(sha256(('customer-' || c)::bytea), 'hex'), 'Customer ' || c, c || ' Main Street',"
          + " '', 'Springfield', 'IL', '62701', 'US', '' from generate_series(1, ?) as c";

  private static final String SUBSCRIPTIONS =
      "insert into evergreen_subscription (id, version, billing_account_id, customer_id, status,"
          + " currency, payment_method_id, ship_to_address_id, anchor, interval_count,"
          + " interval_unit, next_cycle, started_at, next_payment_at, last_payment_at, paid_until,"
          + " origin_order_id, origin_key)"
          + " select s, 0, a.id, a.customer_id, 'ACTIVE', 'USD', a.id, a.id,"
          + " to_char((a.next_due_at at time zone 'UTC') - interval '1 month',"
          + " 'YYYY-MM-DD\"T\"HH24:MI:SS'), 1, 'MONTH', 1,"
          + " a.next_due_at - interval '1 month', a.next_due_at,"
          + " a.next_due_at - interval '1 month', a.next_due_at, 'order-' || s, 'order-' || s"
          + " from generate_series(1, ?) as s"
          + " join evergreen_billing_account a on a.id = (s - 1) / ? + 1";

  private static final String LINES =
      "insert into evergreen_subscription_line (id, subscription_id, position, plan_id, plan_name,"
          + " product_id, sku_id, name, kind, quantity, unit_price)"
          + " select s, s, 0, 1, 'Monthly', 'product-' || s % 50, 'sku-' || s % 50,"
          + " 'Product ' || s % 50, case when s % 2 = 0 then 'PHYSICAL' else 'VIRTUAL' end,"
          + " 1 + s % 3, 5 + s % 40 from generate_series(1, ?) as s";

  void load(JdbcTemplate jdbc) {
    int customers = active / duePerCustomer;
    int dueCustomers = due / duePerCustomer;
    int subscriptions = customers * duePerCustomer;
    jdbc.update(ACCOUNTS, dueCustomers, customers);
    jdbc.update(METHODS, customers);
    jdbc.update(ADDRESSES, customers);
    jdbc.update(SUBSCRIPTIONS, subscriptions, duePerCustomer);
    jdbc.update(LINES, subscriptions);
    List.of("billing_account", "payment_method", "address")
        .forEach(table -> finish(jdbc, table, customers));
    List.of("subscription", "subscription_line")
        .forEach(table -> finish(jdbc, table, subscriptions));
    History.load(jdbc);
  }

  /** As the table would be found in a shop that is in use. */
  private static void finish(JdbcTemplate jdbc, String table, int last) {
    jdbc.queryForObject(
        "select setval('evergreen_" + table + "_seq', ?)", Long.class, last + 1000L);
    jdbc.execute("vacuum analyze evergreen_" + table);
  }

  /** Renewals that are due, after rounding to whole customers. */
  int renewals() {
    return due / duePerCustomer * duePerCustomer;
  }
}
