package org.evergreen.renewal;

import java.util.List;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the next attempt for an owed group with the payment method that somebody chose for it. */
final class OpenChosen {

  private final JdbcOperations jdbc;
  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final RetryGroups retries;
  private final RenewalHistory history;

  OpenChosen(
      JdbcOperations jdbc,
      TransactionOperations transactions,
      AccountLeases leases,
      RetryGroups retries,
      RenewalHistory history) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.leases = leases;
    this.retries = retries;
    this.history = history;
  }

  /** The billing account of a group that exists. */
  long account(RenewalGroupId group) {
    return jdbc.queryForObject(
        "select billing_account_id from evergreen_renewal_group where id = ?",
        Long.class,
        group.value());
  }

  /** Answers whether there was anything to open: not if it is paid or being paid by now. */
  OnDemand.Opening<Boolean> open(
      Claim claim, RenewalGroupId group, PaymentMethod method, Actor actor) {
    return transactions.execute(
        status -> {
          if (leases.lockHeld(claim).isEmpty()) {
            return new OnDemand.Opening<>(Opened.nothing(), false);
          }
          Opened opened = retries.open(group, method.id());
          if (opened.renewals() > 0) {
            String note = method.details().brand() + " ending in " + method.details().lastFour();
            history.append(subscriptions(group), what(opened), actor, note);
          }
          return new OnDemand.Opening<>(opened, opened.renewals() > 0);
        });
  }

  /** What was never charged before is not tried again. */
  private static What what(Opened opened) {
    boolean again = opened.charges().stream().anyMatch(charge -> charge.attempt() > 1);
    return again ? What.RENEWAL_RETRY_REQUESTED : What.PAYMENT_REQUESTED;
  }

  private List<SubscriptionId> subscriptions(RenewalGroupId group) {
    return jdbc.query(
        "select subscription_id from evergreen_renewal"
            + " where group_id = ? and voided_at is null order by subscription_id",
        (row, n) -> new SubscriptionId(row.getLong(1)),
        group.value());
  }
}
