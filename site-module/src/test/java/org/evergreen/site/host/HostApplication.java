package org.evergreen.site.host;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.Orders;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A shop with two customers, "ada" and "bob"; its clock stands until a test moves it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class HostApplication {

  @Bean(destroyMethod = "close")
  TestDatabase testDatabase() {
    return TestDatabase.migrated();
  }

  @Bean(destroyMethod = "")
  DataSource dataSource(TestDatabase database) {
    return database.dataSource();
  }

  @Bean
  StepClock clock() {
    return StepClock.at("2026-11-21T10:00:00Z");
  }

  @Bean
  FakeStorefront storefront() {
    return new FakeStorefront();
  }

  @Bean
  Orders orders(FakeStorefront storefront) {
    return storefront.orders();
  }

  @Bean
  Downloads downloads(FakeStorefront storefront) {
    return storefront.downloads();
  }

  @Bean
  FakeMailbox mailbox() {
    return new FakeMailbox();
  }

  @Bean
  @Primary
  Customers signedInCustomers(FakeStorefront storefront) {
    return new SignedInCustomers(storefront);
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(user("ada"), user("bob"));
  }

  private static org.springframework.security.core.userdetails.UserDetails user(String name) {
    return User.withUsername(name).password("{noop}" + name).roles("SHOPPER").build();
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .formLogin(login -> {})
        .build();
  }

  private record SignedInCustomers(FakeStorefront storefront) implements Customers {

    @Override
    public Optional<CustomerId> signedIn() {
      Authentication user = SecurityContextHolder.getContext().getAuthentication();
      return Optional.ofNullable(user)
          .filter(it -> it.getPrincipal() instanceof User)
          .map(it -> new CustomerId(it.getName()));
    }

    @Override
    public Map<CustomerId, CustomerProfile> profiles(Collection<CustomerId> ids) {
      return storefront.profiles(ids);
    }

    @Override
    public Optional<String> verifiedEmail(CustomerId customer) {
      return storefront.verifiedEmail(customer);
    }
  }
}
