package org.evergreen.change;

import org.evergreen.checkout.PurchaseLimits;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.payment.Charges;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.ProductOffers;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStarts;
import org.evergreen.subscription.Workings;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class ChangeConfiguration {

  @Bean
  ChangeRows evergreenChangeRows(NamedParameterJdbcOperations jdbc) {
    return new ChangeRows(jdbc);
  }

  @Bean
  Withdrawals evergreenChangeWithdrawals(
      ChangeRows rows, SubscriptionHistory history, ShopTime time) {
    return new Withdrawals(rows, history, time);
  }

  @Bean
  Offerings evergreenChangeOfferings(Catalog catalog, ProductOffers offers) {
    return new Offerings(catalog, offers);
  }

  @Bean
  HostPrices evergreenChangePrices(Orders orders, Addresses addresses) {
    return new HostPrices(orders, addresses);
  }

  @Bean
  Payable evergreenChangePayable(PaymentMethods methods) {
    return new Payable(methods);
  }

  @Bean
  @ConditionalOnMissingBean
  PaidCharges evergreenPaidCharges(NamedParameterJdbcOperations jdbc, Charges charges) {
    return new PaidCharges(jdbc, charges);
  }

  @Bean
  MoneyBack evergreenChangeMoneyBack(
      PaidCharges paid, Charges charges, Refunds refunds, ChangeRows rows) {
    return new MoneyBack(paid, charges, refunds, rows);
  }

  @Bean
  LimitRules evergreenChangeLimits(PurchaseLimits limits) {
    return new LimitRules(limits);
  }

  @Bean
  LookUps evergreenChangeLookUps(
      Offerings offerings, ChangeGroups groups, Settings settings, LimitRules limits) {
    return new LookUps(offerings, groups, settings, limits);
  }

  @Bean
  PaidTerms evergreenPaidTerms(NamedParameterJdbcOperations jdbc, LineTerms terms, ShopTime time) {
    return new PaidTerms(jdbc, terms, time.zone());
  }

  @Bean
  LineChanges evergreenLineChanges(
      LookUps lookUps,
      PaidTerms terms,
      Discounts discounts,
      HostPrices host,
      Payable payable,
      MoneyBack moneyBack,
      ShopTime time) {
    return new LineChanges(lookUps, terms, discounts, host, payable, moneyBack, time);
  }

  @Bean
  Resubscriptions evergreenResubscriptions(
      SubscriptionQueries subscriptions,
      Offerings offerings,
      PurchaseLimits limits,
      HostPrices host,
      Payable payable,
      ShopTime time) {
    return new Resubscriptions(subscriptions, offerings, limits, host, payable, time);
  }

  @Bean
  OwnSubscriptions evergreenChangedSubscriptions(
      LineEdits edits,
      SubscriptionStarts starts,
      LineTerms terms,
      Discounts discounts,
      SubscriptionHistory history,
      NamedParameterJdbcOperations jdbc,
      ShopTime time) {
    return new OwnSubscriptions(edits, starts, terms, discounts, history, jdbc, time);
  }

  @Bean
  ApplyChange evergreenApplyChange(
      LineEdits edits,
      OwnSubscriptions own,
      LineTerms terms,
      Credits credits,
      Workings workings,
      ChangeRows rows,
      Withdrawals withdrawals,
      ShopTime time) {
    LineApplication lines = new LineApplication(edits, own, terms);
    return new ApplyChange(lines, edits, credits, workings, rows, withdrawals, time);
  }

  @Bean
  ChangeSettlement evergreenChangeSettlement(
      ChangeRows rows,
      LineEdits edits,
      LimitRules limits,
      ApplyChange apply,
      Withdrawals withdrawals,
      ObjectProvider<ChangeListener> listeners) {
    return new ChangeSettlement(rows, edits, limits, apply, withdrawals, listeners::orderedStream);
  }

  @Bean
  ChangeOrders evergreenChangeOrders(
      Orders orders,
      HostPrices host,
      Charges charges,
      SubscriptionQueries subscriptions,
      ChangeRows rows,
      @Qualifier("evergreenTransactions") TransactionOperations transactions) {
    return new ChangeOrders(orders, host, charges, subscriptions, rows, transactions);
  }

  @Bean
  BeginChange evergreenBeginChange(
      LineEdits edits,
      ChangeRows rows,
      Charges charges,
      ApplyChange apply,
      Withdrawals withdrawals,
      SubscriptionHistory history,
      ShopTime time) {
    return new BeginChange(edits, rows, charges, apply, withdrawals, history, time);
  }

  @Bean
  PayChange evergreenPayChange(
      ShopperCharges charges,
      ShopperConfirmations confirmations,
      Payable payable,
      ChangeOrders orders,
      MoneyBack moneyBack,
      OwnSubscriptions own,
      ChangeRows rows) {
    return new PayChange(charges, confirmations, payable, orders, moneyBack, own, rows);
  }

  @Bean
  @ConditionalOnMissingBean
  Changes evergreenChanges(
      SubscriptionQueries subscriptions,
      Settings settings,
      LineChanges changes,
      Resubscriptions resubscriptions,
      BeginChange begin,
      PayChange pay,
      ChangeRows rows,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    ChangeQuotes quotes =
        new ChangeQuotes(new ChangeRules(settings), changes, resubscriptions, rows);
    return new ChangeDesk(subscriptions, quotes, begin, pay, rows, transactions, time);
  }

  @Bean
  @ConditionalOnMissingBean
  ChangeOptions evergreenChangeOptions(
      Catalog catalog, Offerings offerings, ChangeGroups groups, Settings settings) {
    return new OfferedChanges(catalog, offerings, groups, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  ScheduledChanges evergreenScheduledChanges(
      ChangeRows rows,
      LineEdits edits,
      Offerings offerings,
      ApplyChange apply,
      Withdrawals withdrawals,
      ObjectProvider<ChangeListener> listeners) {
    return new DueChanges(rows, edits, offerings, apply, withdrawals, listeners::orderedStream);
  }

  @Bean
  @ConditionalOnMissingBean
  ChangeRecovery evergreenChangeRecovery(
      ChangeRows rows,
      ChangeOrders orders,
      MoneyBack moneyBack,
      ShopperCharges charges,
      ChargingPermission permission,
      ShopTime time) {
    return new ChangeRecovery(rows, orders, moneyBack, charges, permission, time);
  }
}
