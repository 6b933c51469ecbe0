package org.evergreen.demo.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.testing.CustomersContract;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoStoreTest
class DemoCustomersTest extends CustomersContract {

  @Autowired private DemoCustomers customers;
  @Autowired private Accounts accounts;
  @Autowired private Shoppers shoppers;

  private CustomerProfile made;

  @Override
  protected Customers customers() {
    return customers;
  }

  @Override
  protected CustomerProfile customer() {
    if (made == null) {
      ShopUser shopper = shoppers.shopper();
      CustomerId id = new CustomerId(Long.toString(shopper.accountId()));
      made = new CustomerProfile(id, shopper.getUsername(), "Kim", "Tester", Locale.US);
    }
    return made;
  }

  @Test
  void oneEmailAddressHasOneAccountHoweverItsLettersAreWritten() {
    String email = customer().email();
    NewAccount second =
        new NewAccount(email.toUpperCase(Locale.ROOT), "another pass", Role.SHOPPER, "A", "B");
    assertThatThrownBy(() -> accounts.open(second)).isInstanceOf(EmailTakenException.class);
    assertThat(accounts.find(email.toUpperCase(Locale.ROOT)).orElseThrow().email())
        .isEqualTo(email);
  }

  @Test
  void shoppersAreFoundByPartOfTheirEmailAddressOrName() {
    CustomerProfile known = customer();
    String part = known.email().substring(0, known.email().indexOf('@')).toUpperCase(Locale.ROOT);
    assertThat(customers.search(part, 1000)).contains(known.id());
    assertThat(customers.search("kim TESTER", 1000)).contains(known.id());
    assertThat(customers.search("merchant@", 1000)).isEmpty();
    assertThat(customers.search("%", 1000)).isEmpty();
    assertThat(customers.search("@example", 1)).hasSize(1);
  }

  @Test
  void passwordsAreKeptAsHashesOnly() {
    long id = Long.parseLong(customer().id().value());
    assertThat(accounts.passwordHash(id)).startsWith("$2a$").doesNotContain(Shoppers.PASSWORD);
  }
}
