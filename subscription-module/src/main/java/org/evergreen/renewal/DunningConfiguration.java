package org.evergreen.renewal;

import org.evergreen.payment.Gateways;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.UnpaidCommands;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of what is done about renewals that are not paid. */
@Configuration(proxyBeanMethods = false)
class DunningConfiguration {

  @Bean
  NewMethods evergreenNewMethods(NamedParameterJdbcOperations jdbc, ShopTime time) {
    return new NewMethods(jdbc.getJdbcOperations(), time);
  }

  @Bean
  Dunning evergreenDunning(
      NamedParameterJdbcOperations jdbc,
      SubscriptionHistory history,
      SubscriptionQueries subscriptions,
      VoidRenewals voids,
      UnpaidCommands commands,
      Gateways gateways,
      Settings settings,
      ShopTime time) {
    JdbcOperations plain = jdbc.getJdbcOperations();
    return new Dunning(
        plain,
        new TakenAlong(new RestoreCycles(plain, subscriptions), voids, history, time),
        new LadderPlans(plain, gateways, new CardRest(plain), settings),
        new FinalActions(commands, voids));
  }

  @Bean
  SplitRetries evergreenSplitRetries(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      SplitGroups splits,
      PriceGroups pricing,
      OpenGroups groups,
      RetryGroups retries) {
    return new SplitRetries(transactions, leases, splits, pricing, groups, retries);
  }

  @Bean
  SplitGroups evergreenSplitGroups(
      NamedParameterJdbcOperations jdbc,
      LoadDueSubscriptions loading,
      VoidRenewals voids,
      ShopTime time) {
    return new SplitGroups(jdbc.getJdbcOperations(), loading, voids, time);
  }
}
