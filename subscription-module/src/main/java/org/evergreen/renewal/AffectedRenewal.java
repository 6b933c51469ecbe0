package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A renewal in a group of which something became known, with the subscription as it is now.
 *
 * @param early whether it was asked for before it was due
 * @param askedByTheBank whether a charge of its group waited for the shopper until now, with the
 *     retry ladder not yet over
 * @param toPay what the group's credit leaves to be charged
 * @param attempts of the group so far
 * @param chosenMethod what the shopper chose to pay it with, if he did
 * @param cycle that it pays for
 * @param dueAt when that began
 * @param termEnd end of the term that the renewal pays for
 */
record AffectedRenewal(
    RenewalGroupId group,
    long account,
    CustomerId customer,
    boolean early,
    boolean askedByTheBank,
    Money toPay,
    int attempts,
    Optional<PaymentMethodId> chosenMethod,
    SubscriptionId subscription,
    SubscriptionStatus status,
    int cycle,
    Instant dueAt,
    Instant termEnd) {

  private static final String READ =
      "select g.id, g.billing_account_id, g.customer_id, g.currency, g.total - g.credit as to_pay,"
          + " g.attempts, g.early, g.status = 'WAITING' and g.ladder_ended_at is null as asked,"
          + " g.chosen_method_id, r.subscription_id, r.cycle, r.due_at, r.term_end, s.status"
          + " from evergreen_renewal r"
          + " join evergreen_renewal_group g on g.id = r.group_id"
          + " join evergreen_subscription s on s.id = r.subscription_id"
          + " where r.group_id = any(?) and r.voided_at is null"
          // As an expression, so that the small index over open groups does not draw the plan: it
          // holds an entry for every group that was open since the last vacuum.
          + " and g.status || '' not in ('PAID', 'CANCELED')"
          + " order by g.id, r.subscription_id";

  /** The renewals of groups that are not settled for good. */
  static List<AffectedRenewal> of(JdbcOperations jdbc, Collection<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    return jdbc.query(READ, AffectedRenewal::read, ids);
  }

  /** The same, whatever its group says of the bank by now. */
  AffectedRenewal withAskedByTheBank(boolean byTheBank) {
    return new AffectedRenewal(
        group,
        account,
        customer,
        early,
        byTheBank,
        toPay,
        attempts,
        chosenMethod,
        subscription,
        status,
        cycle,
        dueAt,
        termEnd);
  }

  private static AffectedRenewal read(ResultSet row, int number) throws SQLException {
    return new AffectedRenewal(
        new RenewalGroupId(row.getLong("id")),
        row.getLong("billing_account_id"),
        new CustomerId(row.getString("customer_id")),
        row.getBoolean("early"),
        row.getBoolean("asked"),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("to_pay")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getObject("chosen_method_id", Long.class))
            .map(PaymentMethodId::new),
        new SubscriptionId(row.getLong("subscription_id")),
        SubscriptionStatus.valueOf(row.getString("status")),
        row.getInt("cycle"),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("term_end").toInstant());
  }
}
