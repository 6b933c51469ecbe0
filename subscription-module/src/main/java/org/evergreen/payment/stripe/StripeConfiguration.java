package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Stripe, which serves when the shop has a secret key for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(StripeSettings.class)
public class StripeConfiguration {

  @Bean
  @ConditionalOnMissingBean
  StripeClient evergreenStripeClient(StripeSettings settings) {
    return StripeClients.of(settings);
  }

  @Bean
  @ConditionalOnMissingBean
  StripeCustomers evergreenStripeCustomers(
      StripeClient client,
      NamedParameterJdbcOperations jdbc,
      ShopTime time,
      StripeSettings settings) {
    return new StripeCustomers(client, jdbc.getJdbcOperations(), time, settings.mode());
  }

  @Bean
  @ConditionalOnMissingBean(PaymentGateway.class)
  StripeGateway evergreenStripeGateway(
      StripeClient client, StripeCustomers customers, StripeSettings settings, ShopTime time) {
    return new StripeGateway(client, customers, settings, time);
  }
}
