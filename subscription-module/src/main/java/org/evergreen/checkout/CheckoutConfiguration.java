package org.evergreen.checkout;

import org.evergreen.settings.Settings;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStarts;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class CheckoutConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SubscriptionCheckout evergreenSubscriptionCheckout(
      SubscriptionStarts starts,
      BillingAccounts accounts,
      Addresses addresses,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    return new SubscriptionCheckout(starts, accounts, addresses, transactions, time);
  }

  @Bean
  @ConditionalOnMissingBean
  RecurringTotals evergreenRecurringTotals(Orders orders, ShopTime time) {
    return new RecurringTotals(orders, time);
  }

  @Bean
  @ConditionalOnMissingBean
  PurchaseLimits evergreenPurchaseLimits(NamedParameterJdbcOperations jdbc) {
    return new PurchaseLimits(new PastSubscriptions(jdbc));
  }

  @Bean
  @ConditionalOnMissingBean
  TrialRights evergreenTrialRights(NamedParameterJdbcOperations jdbc) {
    return new TrialRights(new PastSubscriptions(jdbc));
  }

  @Bean
  @ConditionalOnMissingBean
  CartRules evergreenCartRules(PurchaseLimits limits, Settings settings) {
    return new CartRules(limits, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  BillingDays evergreenBillingDays(
      SubscriptionQueries subscriptions, Settings settings, ShopTime time) {
    return new BillingDays(subscriptions, settings, time);
  }
}
