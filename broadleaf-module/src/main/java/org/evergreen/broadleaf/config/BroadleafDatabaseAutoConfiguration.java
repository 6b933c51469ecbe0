package org.evergreen.broadleaf.config;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.core.order.service.OrderService;
import org.evergreen.broadleaf.persistence.ModuleMigrations;
import org.evergreen.config.EvergreenAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.orm.jpa.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the engine which of Broadleaf's databases, entity managers and transaction managers it
 * works with: those of {@code blPU}, which hold the orders.
 */
@AutoConfiguration(before = EvergreenAutoConfiguration.class)
@ConditionalOnClass(OrderService.class)
public class BroadleafDatabaseAutoConfiguration {

  private static final String MIGRATIONS = "evergreenBroadleafMigrations";

  @Bean
  @ConditionalOnMissingBean(name = "evergreenTransactions")
  TransactionOperations evergreenTransactions(
      @Qualifier("blTransactionManager") PlatformTransactionManager manager) {
    return new TransactionTemplate(manager)::execute;
  }

  @Bean
  @ConditionalOnMissingBean(name = "evergreenEntities")
  EntityManager evergreenEntities(
      @Qualifier("entityManagerFactory") EntityManagerFactory ordersUnit) {
    return SharedEntityManagerCreator.createSharedEntityManager(ordersUnit);
  }

  @Bean(MIGRATIONS)
  ModuleMigrations evergreenBroadleafMigrations(DataSource database) {
    return new ModuleMigrations(database);
  }

  @Bean
  static EntityManagerFactoryDependsOnPostProcessor evergreenBroadleafTablesFirst() {
    return new EntityManagerFactoryDependsOnPostProcessor(MIGRATIONS);
  }
}
