package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.Settings;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** What changes subscriptions, and the rules for it. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

  @Bean
  @ConditionalOnMissingBean
  SubscriptionChanges evergreenSubscriptionChanges(
      @Qualifier("evergreenEntities") EntityManager entities,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      BillingAccounts accounts,
      SubscriptionHistory history,
      ObjectProvider<SubscriptionListener> listeners) {
    return new SubscriptionChanges(
        entities, transactions, accounts, history, listeners.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  DueWork evergreenDueSubscriptions(NamedParameterJdbcOperations jdbc) {
    return new DueWork(jdbc);
  }

  @Bean
  @ConditionalOnMissingBean
  SelfServiceRules evergreenSelfServiceRules(
      ObjectProvider<Settings> settings,
      SubscriptionHistory history,
      SubscriptionQueries queries,
      SubscriptionPreviews previews,
      ShopTime time) {
    return new SelfServiceRules(settingsOf(settings), history, queries, previews, time);
  }

  @Bean
  @ConditionalOnMissingBean
  SubscriptionCommands evergreenSubscriptionCommands(
      SubscriptionChanges changes, SelfServiceRules rules, DueWork due, ShopTime time) {
    return new SubscriptionCommands(changes, rules, due, time);
  }

  @Bean
  @ConditionalOnMissingBean
  PauseCommands evergreenPauseCommands(
      SubscriptionChanges changes, SelfServiceRules rules, DueWork due, ShopTime time) {
    return new PauseCommands(changes, rules, due, time);
  }

  @Bean
  @ConditionalOnMissingBean
  UnpaidCommands evergreenUnpaidCommands(SubscriptionChanges changes, ShopTime time) {
    return new UnpaidCommands(changes, time);
  }

  @Bean
  @ConditionalOnMissingBean
  PendingCommands evergreenPendingCommands(
      SubscriptionChanges changes, DueWork due, ObjectProvider<Settings> settings, ShopTime time) {
    return new PendingCommands(changes, due, settingsOf(settings), time);
  }

  @Bean
  @ConditionalOnMissingBean
  DateCommands evergreenDateCommands(
      SubscriptionChanges changes,
      SelfServiceRules rules,
      SubscriptionHistory history,
      ShopTime time) {
    return new DateCommands(changes, rules, history, time);
  }

  @Bean
  @ConditionalOnMissingBean
  DetailCommands evergreenDetailCommands(
      SubscriptionChanges changes,
      SelfServiceRules rules,
      PaymentMethods methods,
      Addresses addresses,
      ShopTime time) {
    return new DetailCommands(changes, rules, methods, addresses, time);
  }

  @Bean
  @ConditionalOnMissingBean
  MerchantCredits evergreenMerchantCredits(
      SubscriptionChanges changes, Credits credits, ShopTime time) {
    return new MerchantCredits(changes, credits, time);
  }

  @Bean
  @ConditionalOnMissingBean
  LineEdits evergreenLineEdits(
      @Qualifier("evergreenEntities") EntityManager entities,
      SubscriptionChanges changes,
      ShopTime time) {
    return new LineEdits(entities, changes, time);
  }

  @Bean
  @ConditionalOnMissingBean
  CalendarWork evergreenCalendarWork(
      PauseCommands pauses, PendingCommands pending, SubscriptionCommands subscriptions) {
    return new CalendarWork(pauses, pending, subscriptions);
  }

  private static Settings settingsOf(ObjectProvider<Settings> settings) {
    return settings.getIfAvailable(() -> MerchantSettings::defaults);
  }
}
