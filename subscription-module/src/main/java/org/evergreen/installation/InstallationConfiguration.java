package org.evergreen.installation;

import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The bean of this package. */
@Configuration(proxyBeanMethods = false)
public class InstallationConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ShopIdentity evergreenShopIdentity(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      InstallationSettings settings,
      ShopTime time) {
    return new ShopIdentity(jdbc.getJdbcOperations(), transactions, settings, time);
  }
}
