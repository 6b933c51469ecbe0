package org.evergreen.renewal;

import org.evergreen.change.ScheduledChanges;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.payment.ChargeRecovery;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.Charges;
import org.evergreen.payment.GatewayCalls;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.RefundRecovery;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.settings.Settings;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of renewal. */
@Configuration(proxyBeanMethods = false)
@Import({OnDemandConfiguration.class, DunningConfiguration.class})
public class RenewalConfiguration {

  @Bean
  RenewalDiscounts evergreenRenewalDiscounts(
      NamedParameterJdbcOperations jdbc, Discounts discounts) {
    return new RenewalDiscounts(jdbc.getJdbcOperations(), discounts);
  }

  @Bean
  RenewalCredits evergreenRenewalCredits(Credits credits) {
    return new RenewalCredits(credits);
  }

  @Bean
  VoidRenewals evergreenVoidRenewals(
      NamedParameterJdbcOperations jdbc,
      RenewalDiscounts discounts,
      RenewalCredits credits,
      ShopTime time) {
    return new VoidRenewals(jdbc.getJdbcOperations(), discounts, credits, time);
  }

  @Bean
  RenewalSettlement evergreenRenewalSettlement(
      NamedParameterJdbcOperations jdbc,
      SubscriptionHistory history,
      SubscriptionQueries subscriptions,
      BillingAccounts accounts,
      VoidRenewals voids,
      Dunning dunning,
      Settings settings,
      ShopTime time,
      ObjectProvider<RenewalListener> listeners) {
    JdbcOperations plain = jdbc.getJdbcOperations();
    return new RenewalSettlement(
        plain,
        accounts,
        new SettledSubscriptions(
            plain, history, voids, new RestartSchedules(plain, settings, time)),
        new EarlyOutcomes(plain, voids, new RestoreCycles(plain, subscriptions), history),
        dunning,
        new RenewalNews(listeners::orderedStream),
        time);
  }

  @Bean
  RefundEntries evergreenRefundEntries(
      SubscriptionQueries subscriptions, SubscriptionHistory history, ShopTime time) {
    return new RefundEntries(subscriptions, history, time);
  }

  @Bean
  @ConditionalOnMissingBean
  ConfirmLinks evergreenConfirmLinks(
      NamedParameterJdbcOperations jdbc, ConfirmLinkSettings settings, ShopTime time) {
    LinkKey key = new LinkKey(jdbc.getJdbcOperations(), time, settings.secret());
    return new ConfirmLinks(key, settings, time);
  }

  @Bean
  RenewalHistory evergreenRenewalHistory(
      NamedParameterJdbcOperations jdbc, SubscriptionHistory history, ShopTime time) {
    return new RenewalHistory(jdbc.getJdbcOperations(), history, time);
  }

  @Bean
  LeaveOutCycles evergreenLeaveOutCycles(
      NamedParameterJdbcOperations jdbc, RenewalHistory history) {
    return new LeaveOutCycles(jdbc.getJdbcOperations(), history);
  }

  @Bean
  ParkedRenewals evergreenParkedRenewals(
      NamedParameterJdbcOperations jdbc, RenewalHistory history, ShopTime time) {
    return new ParkedRenewals(jdbc.getJdbcOperations(), history, time);
  }

  @Bean
  AccountLeases evergreenAccountLeases(
      NamedParameterJdbcOperations jdbc, ShopTime time, RenewalSettings settings) {
    return new AccountLeases(jdbc.getJdbcOperations(), time, settings);
  }

  @Bean
  PriceDue evergreenPriceDue(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      PlanDue planning,
      PriceGroups pricing) {
    return new PriceDue(transactions, planning, pricing);
  }

  @Bean
  PlanDue evergreenPlanDue(
      NamedParameterJdbcOperations jdbc,
      AccountLeases leases,
      ObjectProvider<ScheduledChanges> changes,
      LoadDueSubscriptions due,
      SplitGroups splits,
      Settings settings,
      ShopTime time) {
    DueChanges dueChanges = new DueChanges(jdbc.getJdbcOperations(), leases, changes);
    return new PlanDue(dueChanges, due, new GroupRenewals(time), splits, settings, time);
  }

  @Bean
  LoadDueSubscriptions evergreenLoadDueSubscriptions(
      NamedParameterJdbcOperations jdbc,
      RenewalDiscounts discounts,
      PaymentMethods methods,
      Addresses addresses,
      ShopTime time) {
    return new LoadDueSubscriptions(jdbc.getJdbcOperations(), discounts, methods, addresses, time);
  }

  @Bean
  PriceGroups evergreenPriceGroups(NamedParameterJdbcOperations jdbc, Orders orders) {
    IdSequence ids = new IdSequence(jdbc.getJdbcOperations(), "evergreen_renewal_group_seq");
    return new PriceGroups(orders, ids);
  }

  @Bean
  OpenGroups evergreenOpenGroups(
      NamedParameterJdbcOperations jdbc,
      Charges charges,
      RenewalDiscounts discounts,
      RenewalCredits credits,
      RenewalSettlement settlement,
      SplitGroups splits,
      ShopTime time) {
    return new OpenGroups(
        jdbc.getJdbcOperations(), charges, discounts, credits, settlement, splits, time);
  }

  @Bean
  RetryGroups evergreenRetryGroups(
      NamedParameterJdbcOperations jdbc,
      PaymentMethods methods,
      Charges charges,
      RenewalSettlement settlement,
      ShopTime time) {
    JdbcOperations plain = jdbc.getJdbcOperations();
    LadderTicks ticks = new LadderTicks(plain, settlement, time);
    return new RetryGroups(plain, methods, charges, settlement, ticks, new CardRest(plain), time);
  }

  @Bean
  OpenDue evergreenOpenDue(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      PriceDue pricing,
      OpenGroups groups,
      RetryGroups retries,
      SplitRetries splits,
      ParkedRenewals parked,
      LeaveOutCycles missed) {
    OpenPriced due = new OpenPriced(groups, parked, missed);
    return new OpenDue(transactions, leases, pricing, due, retries, splits, parked);
  }

  @Bean
  PlaceOrders evergreenPlaceOrders(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      Addresses addresses,
      Orders orders) {
    JdbcOperations plain = jdbc.getJdbcOperations();
    return new PlaceOrders(plain, transactions, new LoadUnplacedOrders(plain, addresses), orders);
  }

  @Bean
  SubmitCharges evergreenSubmitCharges(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      Charges charges,
      GatewayCalls gateway,
      ChargingPermission permission) {
    return new SubmitCharges(transactions, leases, charges, gateway, permission);
  }

  @Bean
  FinishOpened evergreenFinishOpened(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      SubmitCharges submitting,
      ChargeSettlement settlement,
      PlaceOrders placing) {
    return new FinishOpened(transactions, leases, submitting, settlement, placing);
  }

  @Bean
  RenewalBatch evergreenRenewalBatch(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      AccountLeases leases,
      OpenDue opening,
      FinishOpened finishing) {
    return new RenewalBatch(transactions, leases, opening, finishing);
  }

  @Bean
  @ConditionalOnMissingBean
  TryParkedAgain evergreenTryParkedAgain(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      BillingAccounts accounts,
      ParkedRenewals parked) {
    return new TryParkedAgain(transactions, accounts, parked);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalRun evergreenRenewalRun(
      TryParkedAgain parked,
      RenewalBatch batch,
      RenewalSettings settings,
      ChargingPermission permission) {
    return new RenewalRun(parked, batch, settings, permission);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalQueue evergreenRenewalQueue(NamedParameterJdbcOperations jdbc) {
    return new RenewalQueue(jdbc.getJdbcOperations());
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalRecovery evergreenRenewalRecovery(
      ChargeRecovery charges,
      RefundRecovery refunds,
      ShopperCharges shopperCharges,
      PlaceOrders orders,
      ChargingPermission permission,
      NamedParameterJdbcOperations jdbc,
      ShopTime time) {
    return new RenewalRecovery(
        charges, refunds, shopperCharges, orders, permission, jdbc.getJdbcOperations(), time);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalMonitor evergreenRenewalMonitor(
      NamedParameterJdbcOperations jdbc, Charges charges, ShopTime time) {
    JdbcOperations plain = jdbc.getJdbcOperations();
    return new RenewalMonitor(plain, new RenewalViews(plain, charges), time);
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalWorkings evergreenRenewalWorkings(NamedParameterJdbcOperations jdbc) {
    return new RenewalWorkings(jdbc.getJdbcOperations());
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalRemedies evergreenRenewalRemedies(
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      NamedParameterJdbcOperations jdbc,
      BillingAccounts accounts,
      ParkedRenewals parked,
      RenewalHistory history,
      ShopTime time) {
    return new RenewalRemedies(
        transactions, jdbc.getJdbcOperations(), accounts, parked, history, time);
  }
}
