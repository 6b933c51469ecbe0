package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Map;
import org.evergreen.storefront.Destinations;
import org.evergreen.storefront.PostalAddress;
import org.springframework.stereotype.Component;

/** The checkout's rules for addresses, for those that are typed in My Account. */
@Component
class DemoDestinations implements Destinations {

  @Override
  public List<String> countries() {
    return List.copyOf(AddressRules.countries().keySet());
  }

  @Override
  public Map<String, String> problems(PostalAddress address) {
    return AddressRules.problems(AddressForm.of(address));
  }
}
