package org.evergreen.subscription;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.evergreen.storefront.CustomerId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * One row per customer: what the renewal run claims, and what every change of the customer's
 * subscriptions locks first, so that changes wait for each other instead of colliding.
 */
public class BillingAccounts {

  private final NamedParameterJdbcOperations jdbc;

  public BillingAccounts(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The account of a customer, which is opened when he has none. */
  public long of(CustomerId customer) {
    MapSqlParameterSource values = new MapSqlParameterSource("customer", customer.value());
    jdbc.update(
        "insert into evergreen_billing_account (id, customer_id, version)"
            + " values (nextval('evergreen_billing_account_seq'), :customer, 0)"
            + " on conflict (customer_id) do nothing",
        values);
    return jdbc.queryForObject(
        "select id from evergreen_billing_account where customer_id = :customer",
        values,
        Long.class);
  }

  /** Locks accounts until the end of the transaction; several are locked in order of their keys. */
  public void lock(Collection<Long> accounts) {
    if (!accounts.isEmpty()) {
      jdbc.queryForList(
          "select id from evergreen_billing_account where id in (:ids) order by id for update",
          new MapSqlParameterSource("ids", accounts),
          Long.class);
    }
  }

  /**
   * Works out anew when each account is next due: at the earliest next payment of its subscriptions
   * that renew and are not parked, or at the earliest retry of its unpaid renewals.
   */
  public void refreshNextDue(Collection<Long> accounts) {
    if (accounts.isEmpty()) {
      return;
    }
    lock(accounts);
    jdbc.update(
        "update evergreen_billing_account a set next_due_at = least("
            + "(select min(s.next_payment_at) from evergreen_subscription s"
            + " where s.billing_account_id = a.id and s.status in (:renewing)"
            + " and not exists (select 1 from evergreen_parked_renewal p"
            + " where p.subscription_id = s.id)),"
            + "(select min(g.retry_at) from evergreen_renewal_group g"
            + " where g.billing_account_id = a.id and g.status not in ('PAID', 'CANCELED')))"
            + " where a.id in (:ids)",
        new MapSqlParameterSource("ids", accounts).addValue("renewing", renewing()));
  }

  private static List<String> renewing() {
    return Arrays.stream(SubscriptionStatus.values())
        .filter(SubscriptionStatus::renews)
        .map(Enum::name)
        .toList();
  }
}
