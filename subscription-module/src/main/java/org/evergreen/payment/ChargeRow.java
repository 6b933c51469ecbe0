package org.evergreen.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.evergreen.money.StoredMoney;
import org.evergreen.storefront.CustomerId;

/** Reads a charge from its row. */
final class ChargeRow {

  private ChargeRow() {}

  static Charge read(ResultSet row, int number) throws SQLException {
    return new Charge(
        new ChargeId(row.getLong("id")),
        row.getString("subject"),
        ChargePurpose.valueOf(row.getString("purpose")),
        row.getInt("attempt"),
        new IdempotencyKey(row.getString("idempotency_key")),
        new CustomerId(row.getString("customer_id")),
        new PaymentMethodId(row.getLong("payment_method_id")),
        row.getString("gateway"),
        row.getString("method_token"),
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")),
        row.getString("description"),
        details(row),
        ChargeState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("gateway_reference")),
        decline(row),
        row.getTimestamp("opened_at").toInstant(),
        instant(row, "settled_at"),
        instant(row, "recover_at"));
  }

  private static ChargeDetails details(ResultSet row) throws SQLException {
    return new ChargeDetails(
        row.getBoolean("shopper_present"),
        row.getBoolean("sets_up"),
        LinesText.read(row.getString("lines"), row.getString("currency")));
  }

  private static Optional<Decline> decline(ResultSet row) throws SQLException {
    String declineClass = row.getString("decline_class");
    return declineClass == null
        ? Optional.empty()
        : Optional.of(
            new Decline(
                DeclineClass.valueOf(declineClass),
                new Decline.Codes(
                    row.getString("gateway_code"),
                    row.getString("decline_code"),
                    row.getString("advice_code"),
                    row.getString("network_advice_code"),
                    row.getString("network_decline_code")),
                row.getString("decline_message")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
