package org.evergreen.webhook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;

/** Renewals that are owed, and that a method can pay. */
class OwedWithMethod {

  private static final Logger LOG = LoggerFactory.getLogger(OwedWithMethod.class);

  private static final String OWED =
      " from evergreen_subscription s"
          + " join evergreen_renewal r on r.subscription_id = s.id and r.voided_at is null"
          + " join evergreen_renewal_group g on g.id = r.group_id"
          + " and g.status in ('UNPAID', 'WAITING')";
  private static final String PAID_WITH =
      "select distinct g.id" + OWED + " where s.payment_method_id = ? order by g.id";

  /** The method of these is gone, or refused until the shopper does something. */
  private static final String WITHOUT_A_GOOD_METHOD =
      "select distinct s.id"
          + OWED
          + " and not g.early and (g.failed_at is null or g.failed_at <= ?)"
          + " left join evergreen_payment_method m on m.id = s.payment_method_id"
          + " and m.removed_at is null and m.blocked_at is null"
          + " where s.customer_id = ? and s.auto_renew"
          + " and (m.id is null or m.id = g.refused_method_id) order by s.id";

  private final JdbcOperations jdbc;
  private final RenewalRemedies remedies;
  private final DetailCommands subscriptions;

  OwedWithMethod(JdbcOperations jdbc, RenewalRemedies remedies, DetailCommands subscriptions) {
    this.jdbc = jdbc;
    this.remedies = remedies;
    this.subscriptions = subscriptions;
  }

  /** Has the next run charge them, though the method was refused before. */
  void askAgain(PaymentMethodId method) {
    remedies.methodRenewed(method);
    List<Long> groups = jdbc.queryForList(PAID_WITH, Long.class, method.value());
    groups.forEach(group -> remedies.retryNow(new RenewalGroupId(group), Actor.gateway()));
  }

  /**
   * Has a method that a shopper left pay what he owes and was asked for another method for; the
   * next run charges it. What he owes with a method that is still good stays with that. Repeatable.
   *
   * @param leftAt when he did; he has not answered what failed later
   */
  void payWith(PaymentMethod method, Instant leftAt) {
    List<Long> owing =
        jdbc.queryForList(
            WITHOUT_A_GOOD_METHOD, Long.class, Timestamp.from(leftAt), method.customer().value());
    owing.forEach(id -> payWith(new SubscriptionId(id), method));
  }

  private void payWith(SubscriptionId subscription, PaymentMethod method) {
    try {
      subscriptions.payWith(Seen.any(subscription), Actor.gateway(), method.id());
    } catch (ActionRefusedException refused) {
      LOG.info("Subscription {} is not paid with {}: {}", subscription, method, refused.sentence());
    }
  }
}
