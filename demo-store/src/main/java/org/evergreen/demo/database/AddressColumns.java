package org.evergreen.demo.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;

/** Addresses as tables keep them, in columns whose names share a prefix. */
public final class AddressColumns {

  private AddressColumns() {}

  /** The address in a row; empty when it has none. */
  public static Optional<PostalAddress> read(ResultSet row, String prefix) throws SQLException {
    if (row.getString(prefix + "line1") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PostalAddress(
            row.getString(prefix + "name"),
            row.getString(prefix + "line1"),
            row.getString(prefix + "line2"),
            row.getString(prefix + "city"),
            row.getString(prefix + "region"),
            row.getString(prefix + "postal_code"),
            row.getString(prefix + "country"),
            row.getString(prefix + "phone")));
  }

  /** The columns' values by name, all null without an address. */
  public static Map<String, Object> values(Optional<PostalAddress> address, String prefix) {
    PostalAddress given = address.orElse(null);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(prefix + "name", given == null ? null : given.name());
    values.put(prefix + "line1", given == null ? null : given.line1());
    values.put(prefix + "line2", given == null ? null : given.line2());
    values.put(prefix + "city", given == null ? null : given.city());
    values.put(prefix + "region", given == null ? null : given.region());
    values.put(prefix + "postal_code", given == null ? null : given.postalCode());
    values.put(prefix + "country", given == null ? null : given.country());
    values.put(prefix + "phone", given == null ? null : given.phone());
    return values;
  }
}
