package org.evergreen.demo.checkout;

import java.util.Optional;
import org.evergreen.form.Typed;
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
    name = Typed.line(name);
    line1 = Typed.line(line1);
    line2 = Typed.line(line2);
    city = Typed.line(city);
    region = Typed.line(region);
    postalCode = Typed.line(postalCode);
    country = Typed.line(country);
    phone = Typed.line(phone);
  }

  /** Nothing typed yet. */
  public static AddressForm blank(String name) {
    return new AddressForm(name, "", "", "", "", "", "US", "");
  }

  /** The form of an address that is known. */
  public static AddressForm of(PostalAddress address) {
    return new AddressForm(
        address.name(),
        address.line1(),
        address.line2(),
        address.city(),
        address.region(),
        address.postalCode(),
        address.country(),
        address.phone());
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
