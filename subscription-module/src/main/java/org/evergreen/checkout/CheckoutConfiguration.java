package org.evergreen.checkout;

import org.evergreen.settings.Settings;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.PendingCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStarts;
import org.evergreen.subscription.Workings;
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
      SubscriptionQueries queries,
      PendingCommands pending,
      OrderedSubscriptions ordered,
      BillingAccounts accounts,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    return new SubscriptionCheckout(
        starts, queries, pending, ordered, accounts, transactions, time);
  }

  @Bean
  @ConditionalOnMissingBean
  OrderedSubscriptions evergreenOrderedSubscriptions(
      SubscriptionStarts starts,
      BillingAccounts accounts,
      Addresses addresses,
      FirstOrderRecords records) {
    return new OrderedSubscriptions(starts, accounts, addresses, records);
  }

  @Bean
  @ConditionalOnMissingBean
  FirstOrderRecords evergreenFirstOrderRecords(
      Workings workings, LineTerms terms, Discounts discounts, ShopTime time) {
    return new FirstOrderRecords(workings, terms, discounts, time);
  }

  @Bean
  @ConditionalOnMissingBean
  RecurringTotals evergreenRecurringTotals(Orders orders, ShopTime time) {
    return new RecurringTotals(orders, time);
  }

  @Bean
  @ConditionalOnMissingBean
  PurchaseLimits evergreenPurchaseLimits(NamedParameterJdbcOperations jdbc, Customers customers) {
    return new PurchaseLimits(new PastSubscriptions(jdbc), customers);
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
