package org.evergreen.broadleaf.order;

import java.util.Objects;
import java.util.Optional;
import org.broadleafcommerce.common.i18n.domain.ISOCountry;
import org.broadleafcommerce.common.i18n.service.ISOService;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.Phone;
import org.broadleafcommerce.profile.core.domain.PhoneImpl;
import org.broadleafcommerce.profile.core.service.AddressService;
import org.evergreen.storefront.PostalAddress;

/** Addresses in the engine's type and in Broadleaf's. */
public class OrderAddresses {

  private final AddressService addresses;
  private final ISOService countries;

  public OrderAddresses(AddressService addresses, ISOService countries) {
    this.addresses = addresses;
    this.countries = countries;
  }

  /**
   * Saves an address in Broadleaf.
   *
   * @throws IllegalArgumentException if Broadleaf has no such country
   */
  public Address save(PostalAddress postal) {
    ISOCountry country = countries.findISOCountryByAlpha2Code(postal.country());
    if (country == null) {
      throw new IllegalArgumentException("The shop has no country " + postal.country());
    }
    Address address = addresses.create();
    writeName(address, postal.name());
    address.setAddressLine1(postal.line1());
    address.setAddressLine2(postal.line2());
    address.setCity(postal.city());
    address.setStateProvinceRegion(postal.region());
    if (postal.region().matches("[A-Z0-9]{1,3}")) {
      address.setIsoCountrySubdivision(postal.country() + "-" + postal.region());
    }
    address.setPostalCode(postal.postalCode());
    address.setIsoCountryAlpha2(country);
    if (!postal.phone().isBlank()) {
      Phone phone = new PhoneImpl();
      phone.setPhoneNumber(postal.phone());
      address.setPhonePrimary(phone);
    }
    return addresses.saveAddress(address);
  }

  private static void writeName(Address address, String name) {
    address.setFullName(name);
    int lastWord = name.lastIndexOf(' ');
    address.setFirstName(lastWord < 0 ? "" : name.substring(0, lastWord));
    address.setLastName(name.substring(lastWord + 1));
  }

  /** Broadleaf's address, empty when it is too incomplete to ship to. */
  public static Optional<PostalAddress> read(Address address) {
    if (address == null || address.getIsoCountryAlpha2() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PostalAddress(
            name(address),
            Objects.requireNonNullElse(address.getAddressLine1(), ""),
            address.getAddressLine2(),
            Objects.requireNonNullElse(address.getCity(), ""),
            region(address),
            address.getPostalCode(),
            address.getIsoCountryAlpha2().getAlpha2(),
            address.getPhonePrimary() == null ? "" : address.getPhonePrimary().getPhoneNumber()));
  }

  private static String name(Address address) {
    if (address.getFullName() != null && !address.getFullName().isBlank()) {
      return address.getFullName();
    }
    return (Objects.requireNonNullElse(address.getFirstName(), "")
            + " "
            + Objects.requireNonNullElse(address.getLastName(), ""))
        .strip();
  }

  private static String region(Address address) {
    String region = address.getStateProvinceRegion();
    if (region != null && !region.isBlank()) {
      return region;
    }
    String subdivision = address.getIsoCountrySubdivision();
    return subdivision == null ? "" : subdivision.substring(subdivision.indexOf('-') + 1);
  }
}
