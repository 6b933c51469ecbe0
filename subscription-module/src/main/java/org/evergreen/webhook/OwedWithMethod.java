package org.evergreen.webhook;

import java.util.List;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.renewal.RenewalGroupId;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.subscription.Actor;
import org.springframework.jdbc.core.JdbcOperations;

/** Renewals that are owed, and that a method can pay. */
class OwedWithMethod {

  private static final String PAID_WITH =
      "select distinct g.id from evergreen_subscription s"
          + " join evergreen_renewal r on r.subscription_id = s.id and r.voided_at is null"
          + " join evergreen_renewal_group g on g.id = r.group_id"
          + " and g.status in ('UNPAID', 'WAITING')"
          + " where s.payment_method_id = ? order by g.id";

  private final JdbcOperations jdbc;
  private final RenewalRemedies remedies;

  OwedWithMethod(JdbcOperations jdbc, RenewalRemedies remedies) {
    this.jdbc = jdbc;
    this.remedies = remedies;
  }

  /** Has the next run charge them, though the method was refused before. */
  void askAgain(PaymentMethodId method) {
    remedies.methodRenewed(method);
    List<Long> groups = jdbc.queryForList(PAID_WITH, Long.class, method.value());
    groups.forEach(group -> remedies.retryNow(new RenewalGroupId(group), Actor.gateway()));
  }
}
