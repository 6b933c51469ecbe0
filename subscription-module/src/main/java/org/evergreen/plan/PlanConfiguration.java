package org.evergreen.plan;

import jakarta.persistence.EntityManager;
import org.evergreen.storefront.Catalog;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class PlanConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Plans evergreenPlans(
      @Qualifier("evergreenEntities") EntityManager entities,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    return new Plans(entities, transactions, time);
  }

  @Bean
  @ConditionalOnMissingBean
  ProductSelling evergreenProductSelling(NamedParameterJdbcOperations jdbc) {
    return new ProductSelling(jdbc);
  }

  @Bean
  @ConditionalOnMissingBean
  ProductOffers evergreenProductOffers(Plans plans, ProductSelling selling, ShopTime time) {
    return new ProductOffers(plans, selling, time);
  }

  @Bean
  @ConditionalOnMissingBean
  ChangeGroups evergreenChangeGroups(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions) {
    return new ChangeGroups(jdbc, transactions);
  }

  @Bean
  @ConditionalOnMissingBean
  ChangeGroupFormReader evergreenChangeGroupFormReader(Catalog catalog) {
    return new ChangeGroupFormReader(catalog);
  }
}
