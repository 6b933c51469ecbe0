package org.evergreen.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * The addresses that subscriptions ship to. A kept address never changes, so that what refers to it
 * keeps its meaning; equal addresses of a customer are kept once.
 */
public class Addresses {

  private final NamedParameterJdbcOperations jdbc;

  public Addresses(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The key of an address, which is kept when it is new. */
  public long keep(CustomerId customer, PostalAddress address) {
    MapSqlParameterSource values =
        new MapSqlParameterSource("customer", customer.value())
            .addValue("fingerprint", fingerprint(address))
            .addValue("name", address.name())
            .addValue("line1", address.line1())
            .addValue("line2", address.line2())
            .addValue("city", address.city())
            .addValue("region", address.region())
            .addValue("postalCode", address.postalCode())
            .addValue("country", address.country())
            .addValue("phone", address.phone());
    jdbc.update(
        "insert into evergreen_address (id, customer_id, fingerprint, name, line1, line2, city,"
            + " region, postal_code, country, phone)"
            + " values (nextval('evergreen_address_seq'), :customer, :fingerprint, :name, :line1,"
            + " :line2, :city, :region, :postalCode, :country, :phone)"
            + " on conflict (customer_id, fingerprint) do nothing",
        values);
    return find(customer, address).orElseThrow();
  }

  /** The key of an address, if it is kept. */
  Optional<Long> find(CustomerId customer, PostalAddress address) {
    return jdbc
        .queryForList(
            "select id from evergreen_address"
                + " where customer_id = :customer and fingerprint = :fingerprint",
            new MapSqlParameterSource("customer", customer.value())
                .addValue("fingerprint", fingerprint(address)),
            Long.class)
        .stream()
        .findFirst();
  }

  /** Kept addresses by key; an unknown key is left out. */
  public Map<Long, PostalAddress> byId(Collection<Long> ids) {
    Map<Long, PostalAddress> addresses = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.query(
          "select id, name, line1, line2, city, region, postal_code, country, phone"
              + " from evergreen_address where id = any(:ids)",
          new MapSqlParameterSource("ids", ids.stream().mapToLong(Long::longValue).toArray()),
          row -> {
            addresses.put(row.getLong("id"), address(row));
          });
    }
    return addresses;
  }

  private static PostalAddress address(ResultSet row) throws SQLException {
    return new PostalAddress(
        row.getString("name"),
        row.getString("line1"),
        row.getString("line2"),
        row.getString("city"),
        row.getString("region"),
        row.getString("postal_code"),
        row.getString("country"),
        row.getString("phone"));
  }

  /** SHA-256 over all parts, each with its length, so that no two addresses read alike. */
  static String fingerprint(PostalAddress address) {
    List<String> parts =
        List.of(
            address.name(),
            address.line1(),
            address.line2(),
            address.city(),
            address.region(),
            address.postalCode(),
            address.country(),
            address.phone());
    String text =
        parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
