package org.evergreen.admin;

import org.evergreen.installation.ShopIdentity;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.sandbox.SandboxGateway;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.SubscriptionFigures;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The frame of the merchant's pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminSettings.class)
public class AdminConfiguration {

  @Bean
  @ConditionalOnMissingBean
  MerchantName evergreenMerchantName() {
    return MerchantName.ofPrincipal();
  }

  @Bean
  @ConditionalOnMissingBean
  AdminFrames evergreenAdminFrames(
      AdminSettings settings,
      MerchantName merchantName,
      ObjectProvider<AdminLink> hostLinks,
      Gateways gateways,
      ShopIdentity identity,
      AdminWords words) {
    boolean sandbox = gateways.forNewMethods().name().equals(SandboxGateway.NAME);
    return new AdminFrames(
        settings,
        merchantName,
        hostLinks.orderedStream().toList(),
        sandbox,
        () -> CopyBanner.of(identity.check(), words));
  }

  @Bean
  @ConditionalOnMissingBean
  AdminWords evergreenAdminWords(AdminSettings settings, ShopTime time) {
    return new AdminWords(settings.locale(), time);
  }

  @Bean
  @ConditionalOnMissingBean
  CustomerNames evergreenCustomerNames(Customers customers) {
    return new CustomerNames(customers);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionFigures evergreenSubscriptionFigures(NamedParameterJdbcOperations jdbc) {
    return new SubscriptionFigures(jdbc);
  }

  @Bean
  AdminAdvice evergreenAdminAdvice(AdminFrames frames, AdminWords words) {
    return new AdminAdvice(frames, words);
  }
}
