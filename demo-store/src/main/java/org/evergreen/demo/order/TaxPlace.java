package org.evergreen.demo.order;

import java.util.Locale;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;

/** Where something is taxed: where it is sent, else where the shop is. */
record TaxPlace(String country, String region) {

  private static final TaxPlace SHOP = new TaxPlace("US", "NY");

  static TaxPlace of(Optional<PostalAddress> shipTo) {
    return shipTo
        .map(
            address ->
                new TaxPlace(address.country(), address.region().strip().toUpperCase(Locale.ROOT)))
        .orElse(SHOP);
  }
}
