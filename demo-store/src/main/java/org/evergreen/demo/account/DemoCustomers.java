package org.evergreen.demo.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The engine's view of the shoppers. The store does not verify e-mail addresses: in the demo each
 * counts as its owner's, so that gifts can be looked at; in production none does.
 */
@Component
class DemoCustomers implements Customers {

  private final Accounts accounts;
  private final boolean demo;

  DemoCustomers(Accounts accounts, Environment environment) {
    this.accounts = accounts;
    this.demo = environment.acceptsProfiles(Profiles.of("demo & !production"));
  }

  @Override
  public Optional<CustomerId> signedIn() {
    return CurrentUser.shopper().map(ShopUser::customer);
  }

  @Override
  public Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids) {
    List<Long> keys = ids.stream().flatMap(id -> AccountKey.of(id).stream()).distinct().toList();
    return accounts.byId(keys).stream()
        .map(DemoCustomers::profile)
        .collect(Collectors.toMap(CustomerProfile::id, Function.identity()));
  }

  @Override
  public Optional<String> verifiedEmail(CustomerId customer) {
    return demo
        ? Optional.ofNullable(profiles(List.of(customer)).get(customer)).map(CustomerProfile::email)
        : Optional.empty();
  }

  @Override
  public List<CustomerId> search(String text, int limit) {
    return accounts.search(text, limit).stream().map(Account::customer).toList();
  }

  private static CustomerProfile profile(Account account) {
    return new CustomerProfile(
        account.customer(),
        account.email(),
        account.firstName(),
        account.lastName(),
        account.locale());
  }
}
