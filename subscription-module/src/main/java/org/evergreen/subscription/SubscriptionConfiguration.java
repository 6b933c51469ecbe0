package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
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
  SubscriptionCommands evergreenSubscriptionCommands(
      @Qualifier("evergreenEntities") EntityManager entities,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      NamedParameterJdbcOperations jdbc,
      ShopTime time,
      BillingAccounts accounts,
      SubscriptionHistory history,
      ObjectProvider<SubscriptionListener> listeners) {
    SubscriptionChanges changes =
        new SubscriptionChanges(
            entities, transactions, accounts, history, listeners.orderedStream().toList());
    return new SubscriptionCommands(changes, new OverdueEndings(jdbc), time);
  }
}
