package org.evergreen.broadleaf.site;

import java.util.Locale;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.testing.CustomersContract;
import org.springframework.beans.factory.annotation.Autowired;

@SiteTest
class BroadleafCustomersTest extends CustomersContract {

  @Autowired Customers customers;
  @Autowired Shop shop;

  private Customer registered;

  @Override
  protected Customers customers() {
    return customers;
  }

  @Override
  protected CustomerProfile customer() {
    if (registered == null) {
      registered = shop.registered();
    }
    return new CustomerProfile(
        new CustomerId(registered.getId().toString()),
        registered.getEmailAddress(),
        "Ada",
        "Green",
        Locale.US);
  }
}
