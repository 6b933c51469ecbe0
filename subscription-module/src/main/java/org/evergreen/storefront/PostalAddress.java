package org.evergreen.storefront;

import java.util.Objects;

/**
 * An address as it is printed on a parcel or an invoice. Parts that do not apply are empty strings.
 *
 * @param country ISO 3166 alpha-2
 */
public record PostalAddress(
    String name,
    String line1,
    String line2,
    String city,
    String region,
    String postalCode,
    String country,
    String phone) {

  public PostalAddress {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(line1, "line1");
    line2 = Objects.requireNonNullElse(line2, "");
    Objects.requireNonNull(city, "city");
    region = Objects.requireNonNullElse(region, "");
    postalCode = Objects.requireNonNullElse(postalCode, "");
    phone = Objects.requireNonNullElse(phone, "");
    if (country == null || !country.matches("[A-Z]{2}")) {
      throw new IllegalArgumentException(
          "A country is two capital letters (ISO 3166), not '" + country + "'");
    }
  }
}
