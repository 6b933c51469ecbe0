package org.evergreen.change;

import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * The charges that a subscription was paid with: of its renewals, of changes to it, and of the
 * order, or the change of another one, that began it. They may have paid for others too.
 */
public class PaidCharges {

  private static final String SUBJECTS =
      "select c.subject from evergreen_charge c where c.state = 'SUCCEEDED' and c.subject in ("
          + "select 'renewal-' || r.group_id from evergreen_renewal r"
          + " where r.subscription_id = :id and r.voided_at is null"
          + " union all select 'change-' || h.id from evergreen_change h"
          + " where h.subscription_id = :id and h.state = 'APPLIED' and not exists (select 1"
          + " from evergreen_subscription t where t.origin_key = 'change-' || h.id)"
          + " union all select case when s.origin_key like 'change-%' then s.origin_key"
          + " else 'checkout-' || s.origin_order_id end"
          + " from evergreen_subscription s where s.id = :id) order by c.id desc";

  private final NamedParameterJdbcOperations jdbc;
  private final Charges charges;

  PaidCharges(NamedParameterJdbcOperations jdbc, Charges charges) {
    this.jdbc = jdbc;
    this.charges = charges;
  }

  /** Those that succeeded, latest first. */
  public List<Charge> of(SubscriptionId subscription) {
    return jdbc
        .queryForList(SUBJECTS, new MapSqlParameterSource("id", subscription.value()), String.class)
        .stream()
        .flatMap(subject -> charges.latest(subject).stream())
        .filter(charge -> charge.state() == ChargeState.SUCCEEDED)
        .toList();
  }
}
