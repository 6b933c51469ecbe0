package org.evergreen.payment.sandbox;

import org.evergreen.payment.PaymentGateway;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The sandbox gateway, which serves when the shop has no other. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(PaymentGateway.class)
public class SandboxConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SandboxBooks evergreenSandboxBooks(NamedParameterJdbcOperations jdbc) {
    return new JdbcSandboxBooks(jdbc.getJdbcOperations());
  }

  /**
   * The sandbox.
   *
   * @throws IllegalStateException under the profile {@code production}
   */
  @Bean
  PaymentGateway evergreenSandboxGateway(
      SandboxBooks books, ShopTime time, Environment environment) {
    if (environment.acceptsProfiles(Profiles.of("production"))) {
      throw new IllegalStateException(
          "The profile 'production' is active, but no payment gateway is set up:"
              + " the sandbox takes no real money");
    }
    return new SandboxGateway(books, time);
  }
}
