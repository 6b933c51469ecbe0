package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.evergreen.broadleaf.customer.BroadleafCustomers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.testing.CustomersContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionOperations;

@SiteTest
class BroadleafCustomersTest extends CustomersContract {

  @Autowired Customers customers;
  @Autowired Shop shop;

  @Autowired
  @Qualifier("evergreenEntities")
  EntityManager entities;

  @Autowired
  @Qualifier("evergreenTransactions")
  TransactionOperations transactions;

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

  @Test
  void addressesAreNobodysUntilTheShopSaysThatItVerifiesThem() {
    Customers silent = new BroadleafCustomers(entities, transactions, false);
    assertThat(silent.profiles(List.of(customer().id()))).hasSize(1);
    assertThat(silent.verifiedEmail(customer().id())).isEmpty();
  }
}
