package org.evergreen.benchmark;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What last month's renewals of a population have left behind, so that tables and indexes are as in
 * a shop that is in use, and the server knows how large they are. The renewals that are measured
 * come after these; {@link #FIRST_NEW} is the first key that they may have.
 */
final class History {

  /** Keys below it belong to the history. */
  static final long FIRST_NEW = 1_000_000_000L;

  /** SQL condition on an instant: it belongs to what is measured. */
  static final String MEASURED = " >= timestamptz '" + Population.NOW + "'";

  private static final String LAST_MONTH = "a.next_due_at - interval '1 month'";

  private static final String GROUPS =
      "insert into evergreen_renewal_group (id, billing_account_id, customer_id, status, currency,"
          + " payment_method_id, ship_to_address_id, due_at, shipping, shipping_tax, total, attempts,"
          + " opened_at, paid_at, order_id, order_number) select a.id, a.id, a.customer_id, 'PAID',"
          + " 'USD', a.id, case when a.id % 2 = 0 then a.id end, "
          + LAST_MONTH
          + ", 4.90, 0.39, 30.20, 1, "
          + LAST_MONTH
          + ", "
          + LAST_MONTH
          + ", 1000000000 + a.id, 'N' || 1000000000 + a.id"
          + " from evergreen_billing_account a order by a.id";

  private static final String CHARGES =
      "insert into evergreen_charge (id, subject, purpose, attempt, idempotency_key, customer_id,"
          + " payment_method_id, gateway, method_token, amount, currency, description, state,"
          + " gateway_reference, opened_at, submitted_at, settled_at)"
          + " select g.id, 'renewal-' || g.id, 'RENEWAL', 1, 'renewal-' || g.id || '-1',"
          + " g.customer_id, g.payment_method_id, 'sandbox', 'sandbox-succeeds', g.total, 'USD',"
          + " 'Renewal ' || g.id, 'SUCCEEDED', 'sandbox-' || gen_random_uuid(), g.paid_at, g.paid_at,"
          + " g.paid_at from evergreen_renewal_group g order by g.id";

  private static final String RENEWALS =
      "insert into evergreen_renewal (subscription_id, cycle, group_id, due_at, term_end, amount,"
          + " tax, ships) select s.id, 0, s.billing_account_id, s.last_payment_at, s.next_payment_at,"
          + " 25.00, 2.00, s.billing_account_id % 2 = 0 from evergreen_subscription s order by s.id";

  private static final String LINES =
      "insert into evergreen_renewal_line (group_id, line_id, subscription_id, sku_id, name,"
          + " quantity, unit_price, amount, tax) select s.billing_account_id, l.id, s.id, l.sku_id,"
          + " l.name, l.quantity, l.unit_price, 25.00, 2.00 from evergreen_subscription s"
          + " join evergreen_subscription_line l on l.subscription_id = s.id order by s.id";

  private static final String EVENTS =
      "insert into evergreen_subscription_event (id, subscription_id, happened_at, actor_kind,"
          + " actor_name, what, from_status, to_status, note) select s.id, s.id, s.last_payment_at,"
          + " 'GATEWAY', '', 'RENEWED', 'ACTIVE', 'ACTIVE', '' from evergreen_subscription s"
          + " order by s.id";

  private static final String NOTICES =
      "insert into evergreen_notice (id, kind, dedupe_key, customer_id, payload, queued_at, state,"
          + " attempts, send_after, settled_at) select g.id, 'RENEWAL_PAID',"
          + " 'renewal-' || g.id || '-paid', g.customer_id,"
          + " '{\"renewalGroup\":\"' || g.id || '\"}', g.paid_at, 'SENT', 1, g.paid_at, g.paid_at"
          + " from evergreen_renewal_group g order by g.id";

  private static final List<String> TABLES =
      List.of("renewal_group", "charge", "renewal", "renewal_line", "subscription_event", "notice");

  private static final List<String> SEQUENCES =
      List.of("renewal_group", "charge", "subscription_event", "notice");

  private History() {}

  static void load(JdbcTemplate jdbc) {
    List.of(GROUPS, CHARGES, RENEWALS, LINES, EVENTS, NOTICES).forEach(jdbc::update);
    TABLES.forEach(table -> jdbc.execute("vacuum analyze evergreen_" + table));
    SEQUENCES.forEach(
        sequence ->
            jdbc.queryForObject(
                "select setval('evergreen_" + sequence + "_seq', ?)",
                Long.class,
                FIRST_NEW + 1000));
  }
}
