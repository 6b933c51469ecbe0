package org.evergreen.renewal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a merchant, or a shopper with a new card, can do about a renewal that did not go through.
 */
public class RenewalRemedies {

  private final TransactionOperations transactions;
  private final JdbcOperations jdbc;
  private final BillingAccounts accounts;
  private final ParkedRenewals parked;
  private final RenewalHistory history;
  private final ShopTime time;

  RenewalRemedies(
      TransactionOperations transactions,
      JdbcOperations jdbc,
      BillingAccounts accounts,
      ParkedRenewals parked,
      RenewalHistory history,
      ShopTime time) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.parked = parked;
    this.history = history;
    this.time = time;
  }

  /**
   * Has the next run charge an unpaid or waiting group again, with the payment method that its
   * subscriptions have now. Does nothing for a group that is paid or canceled, or that has a charge
   * which may still succeed.
   */
  public void retryNow(RenewalGroupId group, Actor actor) {
    transactions.executeWithoutResult(
        status ->
            account("evergreen_renewal_group", group.value())
                .ifPresent(account -> retryNow(group, account, actor)));
  }

  private void retryNow(RenewalGroupId group, long account, Actor actor) {
    accounts.lock(List.of(account));
    int planned =
        jdbc.update(
            "update evergreen_renewal_group g set retry_at = ? where g.id = ?"
                + " and g.status in ('UNPAID', 'WAITING') and "
                + RetryGroups.NO_CHARGE_ALIVE,
            Timestamp.from(time.now()),
            group.value());
    if (planned > 0) {
      history.append(subscriptions(group), What.RENEWAL_RETRY_REQUESTED, actor, "");
      accounts.refreshNextDue(List.of(account));
    }
  }

  /**
   * Has the next run charge a payment method again that was refused, because its gateway has new
   * details of it: the card was replaced by its bank.
   */
  public void methodRenewed(PaymentMethodId method) {
    transactions.executeWithoutResult(
        status -> {
          List<Long> owing =
              jdbc.queryForList(
                  "select distinct g.billing_account_id from evergreen_renewal_group g"
                      + " where g.refused_method_id = ? and g.status in ('UNPAID', 'WAITING')",
                  Long.class,
                  method.value());
          if (!owing.isEmpty()) {
            accounts.lock(owing);
            jdbc.update(
                "update evergreen_renewal_group g set refused_method_id = null, retry_at = ?"
                    + " where g.refused_method_id = ? and g.status in ('UNPAID', 'WAITING') and "
                    + RetryGroups.NO_CHARGE_ALIVE,
                Timestamp.from(time.now()),
                method.value());
            accounts.refreshNextDue(owing);
          }
        });
  }

  /** Has the next run price a parked subscription again; does nothing if it is not parked. */
  public void unpark(SubscriptionId subscription, Actor actor) {
    transactions.executeWithoutResult(
        status ->
            account("evergreen_subscription", subscription.value())
                .ifPresent(account -> unpark(subscription, account, actor)));
  }

  private void unpark(SubscriptionId subscription, long account, Actor actor) {
    accounts.lock(List.of(account));
    if (parked.unpark(subscription, actor)) {
      accounts.refreshNextDue(List.of(account));
    }
  }

  private Optional<Long> account(String table, long id) {
    String sql = "select billing_account_id from " + table + " where id = ?";
    return jdbc.queryForList(sql, Long.class, id).stream().findFirst();
  }

  private List<SubscriptionId> subscriptions(RenewalGroupId group) {
    return jdbc.query(
        "select subscription_id from evergreen_renewal"
            + " where group_id = ? and voided_at is null order by subscription_id",
        (row, n) -> new SubscriptionId(row.getLong(1)),
        group.value());
  }
}
