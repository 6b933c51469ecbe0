package org.evergreen.config;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.orm.jpa.EntityManagerFactoryDependsOnPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The host's database as the engine uses it. A host with several databases, entity managers or
 * transaction managers declares the beans itself, by these names.
 */
@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {

  @Bean
  static EntityManagerFactoryDependsOnPostProcessor evergreenTablesBeforeEntities() {
    return new EntityManagerFactoryDependsOnPostProcessor(EvergreenMigrations.BEAN_NAME);
  }

  @Bean(EvergreenMigrations.BEAN_NAME)
  @ConditionalOnMissingBean(name = EvergreenMigrations.BEAN_NAME)
  EvergreenMigrations evergreenMigrations(DataSource database) {
    return new EvergreenMigrations(database);
  }

  @Bean
  @ConditionalOnMissingBean(name = "evergreenEntities")
  EntityManager evergreenEntities(EntityManagerFactory factory) {
    return SharedEntityManagerCreator.createSharedEntityManager(factory);
  }

  @Bean
  @ConditionalOnMissingBean(name = "evergreenTransactions")
  TransactionOperations evergreenTransactions(PlatformTransactionManager manager) {
    // Not the template itself: the host's own template stays the only bean of its class.
    return new TransactionTemplate(manager)::execute;
  }

  @Bean
  @ConditionalOnMissingBean
  NamedParameterJdbcOperations evergreenJdbc(DataSource database) {
    return new NamedParameterJdbcTemplate(database);
  }
}
