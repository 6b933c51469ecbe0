package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import org.evergreen.payment.MethodUse;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
@Import(CommandConfiguration.class)
public class SubscriptionConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Addresses evergreenAddresses(NamedParameterJdbcOperations jdbc) {
    return new Addresses(jdbc);
  }

  @Bean
  @ConditionalOnMissingBean
  BillingAccounts evergreenBillingAccounts(NamedParameterJdbcOperations jdbc) {
    return new BillingAccounts(jdbc);
  }

  @Bean
  MethodUse evergreenPaidSubscriptions(NamedParameterJdbcOperations jdbc) {
    return new PaidSubscriptions(jdbc.getJdbcOperations());
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionHistory evergreenSubscriptionHistory(NamedParameterJdbcOperations jdbc) {
    return new SubscriptionHistory(jdbc);
  }

  @Bean
  @ConditionalOnMissingBean
  LineTerms evergreenLineTerms(NamedParameterJdbcOperations jdbc) {
    return new LineTerms(jdbc);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionQueries evergreenSubscriptionQueries(
      @Qualifier("evergreenEntities") EntityManager entities,
      NamedParameterJdbcOperations jdbc,
      SubscriptionHistory history,
      ShopTime time) {
    return new SubscriptionQueries(entities, jdbc, history, time);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionStarts evergreenSubscriptionStarts(
      @Qualifier("evergreenEntities") EntityManager entities,
      NamedParameterJdbcOperations jdbc,
      SubscriptionHistory history,
      BillingAccounts accounts,
      ObjectProvider<SubscriptionListener> listeners) {
    return new SubscriptionStarts(
        entities, jdbc, history, accounts, listeners.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  Credits evergreenCredits(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new Credits(jdbc, time);
  }

  @Bean
  @ConditionalOnMissingBean
  Discounts evergreenDiscounts(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new Discounts(jdbc, time);
  }

  @Bean
  @ConditionalOnMissingBean
  Workings evergreenWorkings(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new Workings(jdbc, time);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionPreviews evergreenSubscriptionPreviews(ShopTime time) {
    return new SubscriptionPreviews(time);
  }
}
