package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.evergreen.money.StoredMoney;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A renewal that is not owed any more.
 *
 * @param credit what of it was to be paid by credit
 */
record VoidedRenewal(RenewalGroupId group, SubscriptionId subscription, Money credit) {

  /** The key of the renewal, for statements that join its rows. */
  static final Columns<VoidedRenewal> COLUMNS =
      Columns.<VoidedRenewal>of()
          .bigint("group_id", voided -> voided.group().value())
          .bigint("subscription_id", voided -> voided.subscription().value());

  /** Reads group_id, subscription_id, credit and currency. */
  static VoidedRenewal read(ResultSet row, int number) throws SQLException {
    return new VoidedRenewal(
        new RenewalGroupId(row.getLong("group_id")),
        new SubscriptionId(row.getLong("subscription_id")),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("credit")));
  }
}
