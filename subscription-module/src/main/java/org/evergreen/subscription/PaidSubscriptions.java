package org.evergreen.subscription;

import java.util.List;
import org.evergreen.payment.MethodUse;
import org.evergreen.payment.PaymentMethodId;
import org.springframework.jdbc.core.JdbcOperations;

/** The subscriptions that will be paid with a method: all that are not over or about to end. */
final class PaidSubscriptions implements MethodUse {

  private final JdbcOperations jdbc;

  PaidSubscriptions(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Long> subscriptionsPaidWith(PaymentMethodId method) {
    return jdbc.queryForList(
        "select id from evergreen_subscription where payment_method_id = ? and customer_id ="
            + " (select customer_id from evergreen_payment_method where id = ?)"
            + " and (status in ('PENDING', 'TRIALING', 'ACTIVE', 'PAST_DUE', 'PAUSED')"
            + " or status = 'PENDING_CANCEL' and next_payment_at is not null) order by id",
        Long.class,
        method.value(),
        method.value());
  }
}
