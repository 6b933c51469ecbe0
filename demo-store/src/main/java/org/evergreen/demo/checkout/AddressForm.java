package org.evergreen.demo.checkout;

import java.util.Objects;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;

/** An address as it was typed: text that may be wrong in any way. */
public record AddressForm(
    String name,
    String line1,
    String line2,
    String city,
    String region,
    String postalCode,
    String country,
    String phone) {

  public AddressForm {
    name = Objects.requireNonNullElse(name, "").strip();
    line1 = Objects.requireNonNullElse(line1, "").strip();
    line2 = Objects.requireNonNullElse(line2, "").strip();
    city = Objects.requireNonNullElse(city, "").strip();
    region = Objects.requireNonNullElse(region, "").strip();
    postalCode = Objects.requireNonNullElse(postalCode, "").strip();
    country = Objects.requireNonNullElse(country, "").strip();
    phone = Objects.requireNonNullElse(phone, "").strip();
  }

  /** Nothing typed yet. */
  public static AddressForm blank(String name) {
    return new AddressForm(name, "", "", "", "", "", "US", "");
  }

  /** The address; empty while {@link AddressRules} find something wrong with it. */
  public Optional<PostalAddress> address() {
    return AddressRules.problems(this).isEmpty()
        ? Optional.of(
            new PostalAddress(
                name, line1, line2, city, AddressRules.region(this), postalCode, country, phone))
        : Optional.empty();
  }
}
