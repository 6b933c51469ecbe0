package org.evergreen.admintest;

import java.util.List;
import javax.sql.DataSource;
import org.evergreen.admin.AdminLink;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.jobs.Job;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.testing.FakeOrders;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** A host with the merchant's pages: a catalog of fakes, and a sign-in that knows two roles. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class AdminTestApplication {

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
    return StepClock.at(AdminShop.START);
  }

  @Bean
  AdminShop shop(
      TestDatabase database,
      StepClock clock,
      FakeStorefront storefront,
      SubscriptionCheckout checkout,
      ShopperCharges charges,
      PaymentMethods methods,
      RenewalRun run,
      List<Job> jobs) {
    return new AdminShop(database, clock, storefront, checkout, charges, methods, run, jobs);
  }

  @Bean
  FakeStorefront storefront() {
    return new FakeStorefront();
  }

  @Bean
  FakeOrders orders(FakeStorefront storefront) {
    return storefront.orders();
  }

  @Bean
  @Order(2)
  AdminLink signOut() {
    return AdminLink.button("Sign out", "box-arrow-right", "/logout");
  }

  @Bean
  @Order(1)
  AdminLink backToShop() {
    return new AdminLink("Back to shop", "shop", "/", "");
  }

  @Bean
  UserDetailsService users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("pat").password("{noop}secret").roles("MERCHANT").build(),
        User.withUsername("ada").password("{noop}secret").roles("SHOPPER").build());
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/webjars/**", "/evergreen/**")
                    .permitAll()
                    .requestMatchers("/admin/**")
                    .hasRole("MERCHANT")
                    .anyRequest()
                    .authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }
}
