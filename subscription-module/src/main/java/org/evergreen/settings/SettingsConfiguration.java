package org.evergreen.settings;

import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The bean of this package. */
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {

  @Bean
  @ConditionalOnMissingBean(Settings.class)
  SettingsStore evergreenSettings(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    return new SettingsStore(jdbc, transactions, time, System::nanoTime);
  }
}
