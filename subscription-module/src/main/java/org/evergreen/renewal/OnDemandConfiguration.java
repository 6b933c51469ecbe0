package org.evergreen.renewal;

import org.evergreen.change.ScheduledChanges;
import org.evergreen.payment.Charges;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of what is renewed or paid at once, on somebody's demand. */
@Configuration(proxyBeanMethods = false)
class OnDemandConfiguration {

  @Bean
  OnDemand evergreenOnDemand(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      FinishOpened finishing) {
    return new OnDemand(transactions, leases, finishing);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenRenewals evergreenOpenRenewals(
      NamedParameterJdbcOperations jdbc,
      Charges charges,
      PaymentMethods methods,
      ShopperCharges shopperCharges,
      OnDemand onDemand,
      OpenChosen opening) {
    RenewalViews views = new RenewalViews(jdbc.getJdbcOperations(), charges);
    return new OpenRenewals(views, methods, shopperCharges, onDemand, opening);
  }

  @Bean
  @ConditionalOnMissingBean
  Consolidation evergreenConsolidation(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      BillingAccounts accounts,
      Settings settings) {
    return new Consolidation(jdbc.getJdbcOperations(), transactions, accounts, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionRefunds evergreenSubscriptionRefunds(
      NamedParameterJdbcOperations jdbc, Charges charges, Refunds refunds) {
    return new SubscriptionRefunds(jdbc.getJdbcOperations(), charges, refunds);
  }

  @Bean
  @ConditionalOnMissingBean
  GroupedPreview evergreenGroupedPreview(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      LoadDueSubscriptions loading,
      Consolidation consolidation,
      Settings settings,
      ShopTime time) {
    return new GroupedPreview(
        transactions, loading, new GroupRenewals(time), consolidation, settings, time);
  }

  @Bean
  OpenChosen evergreenOpenChosen(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      RetryGroups retries,
      RenewalHistory history) {
    JdbcOperations plain = jdbc.getJdbcOperations();
    return new OpenChosen(plain, transactions, leases, retries, history);
  }

  @Bean
  EarlyPricing evergreenEarlyPricing(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      LoadDueSubscriptions loading,
      PriceGroups pricing,
      ScheduledChanges changes) {
    return new EarlyPricing(transactions, loading, pricing, changes);
  }

  @Bean
  OpenEarly evergreenOpenEarly(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      EarlyPricing pricing,
      OpenGroups groups,
      RenewalHistory history,
      Charges charges,
      ShopTime time) {
    RenewalViews views = new RenewalViews(jdbc.getJdbcOperations(), charges);
    return new OpenEarly(transactions, leases, pricing, groups, history, views, time);
  }

  @Bean
  @ConditionalOnMissingBean
  EarlyRenewals evergreenEarlyRenewals(
      SubscriptionQueries subscriptions,
      EarlyPricing pricing,
      OpenEarly opening,
      OnDemand onDemand,
      EarlyConfirmations confirmations,
      Settings settings,
      ShopTime time) {
    return new EarlyRenewals(
        subscriptions, pricing, opening, onDemand, confirmations, settings, time);
  }

  @Bean
  EarlyConfirmations evergreenEarlyConfirmations(
      NamedParameterJdbcOperations jdbc,
      Charges charges,
      ShopperCharges shopperCharges,
      ShopperConfirmations confirmations) {
    RenewalViews views = new RenewalViews(jdbc.getJdbcOperations(), charges);
    return new EarlyConfirmations(views, shopperCharges, confirmations);
  }
}
