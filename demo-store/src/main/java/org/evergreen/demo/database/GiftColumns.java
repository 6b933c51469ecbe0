package org.evergreen.demo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.Gift;
import org.evergreen.subscription.Recipient;

/** Who gets a line as a gift, as tables keep it. */
public final class GiftColumns {

  /** The columns, for insert and update statements. */
  public static final String NAMES =
      "recipient_email, recipient_name, gift_name, gift_line1, gift_line2, gift_city, gift_region,"
          + " gift_postal_code, gift_country, gift_phone";

  /** The parameters of the columns, in their order. */
  public static final String PARAMETERS =
      ":recipient_email, :recipient_name, :gift_name, :gift_line1, :gift_line2, :gift_city,"
          + " :gift_region, :gift_postal_code, :gift_country, :gift_phone";

  private static final String PREFIX = "gift_";

  private GiftColumns() {}

  /** The gift in a row; empty when the line is the buyer's own. */
  public static Optional<Gift> read(ResultSet row) throws SQLException {
    String email = row.getString("recipient_email");
    return email == null
        ? Optional.empty()
        : Optional.of(
            new Gift(
                new Recipient(email, row.getString("recipient_name")),
                AddressColumns.read(row, PREFIX)));
  }

  /** The columns' values by name, all null without a gift. */
  public static Map<String, Object> values(Optional<Gift> gift) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("recipient_email", gift.map(given -> given.recipient().email()).orElse(null));
    values.put("recipient_name", gift.map(given -> given.recipient().name()).orElse(null));
    values.putAll(AddressColumns.values(gift.flatMap(Gift::shipTo), PREFIX));
    return values;
  }
}
