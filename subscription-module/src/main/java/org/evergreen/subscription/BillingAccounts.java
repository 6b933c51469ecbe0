package org.evergreen.subscription;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.evergreen.storefront.CustomerId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * One row per customer: what the renewal run claims, and what every change of the customer's
 * subscriptions locks first, so that changes wait for each other instead of colliding.
 */
public class BillingAccounts {

  /**
   * SQL condition on a subscription {@code s}: its next payment is charged when it is due. It
   * renews, is not parked, no earlier renewal of it is still being charged, and no change of it is
   * being paid.
   */
  public static final String CHARGED_WHEN_DUE =
      " s.status in "
          + charging()
          + " and not exists (select 1 from evergreen_parked_renewal p"
          + " where p.subscription_id = s.id)"
          + " and s.open_group_id is null and s.open_change_id is null ";

  /** SQL expression over an account {@code a}: when the renewal run has work for it. */
  public static final String NEXT_DUE =
      "least((select min(s.next_payment_at) from evergreen_subscription s"
          + " where s.billing_account_id = a.id and s.next_payment_at is not null and"
          + CHARGED_WHEN_DUE
          + "), (select min(g.retry_at) from evergreen_renewal_group g"
          + " where g.billing_account_id = a.id and g.retry_at is not null"
          + " and g.status in ('UNPAID', 'WAITING')))";

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
          "select id from evergreen_billing_account where id = any(:ids) order by id for update",
          keys(accounts),
          Long.class);
    }
  }

  /**
   * Works out anew when each account is next due. An account that a renewal run has claimed is left
   * out: it stays due until the run, or the one that takes over from it, has worked it out.
   */
  public void refreshNextDue(Collection<Long> accounts) {
    lock(accounts);
    refreshLocked(accounts);
  }

  /** The same for accounts that the transaction has locked already. */
  public void refreshLocked(Collection<Long> accounts) {
    if (!accounts.isEmpty()) {
      jdbc.update(
          "update evergreen_billing_account a set next_due_at = "
              + NEXT_DUE
              + " where a.id = any(:ids) and a.lease_owner is null",
          keys(accounts));
    }
  }

  private static MapSqlParameterSource keys(Collection<Long> accounts) {
    return new MapSqlParameterSource("ids", accounts.stream().mapToLong(id -> id).toArray());
  }

  private static String charging() {
    return Arrays.stream(SubscriptionStatus.values())
        .filter(SubscriptionStatus::charges)
        .map(status -> "'" + status.name() + "'")
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
