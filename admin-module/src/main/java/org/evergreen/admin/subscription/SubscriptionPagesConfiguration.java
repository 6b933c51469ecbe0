package org.evergreen.admin.subscription;

import java.util.Optional;
import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.AdminWords;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.MerchantName;
import org.evergreen.change.Changes;
import org.evergreen.change.PaidCharges;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.Refunds;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.SubscriptionRefunds;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.MerchantCredits;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this package. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionPagesConfiguration {

  @Bean
  SubscriptionDesk evergreenAdminSubscriptionDesk(
      SubscriptionQueries queries,
      SubscriptionPayments payments,
      CustomerNames customers,
      Addresses addresses,
      Orders orders,
      MerchantActions actions,
      SubscriptionMoney money) {
    return new SubscriptionDesk(queries, payments, customers, addresses, orders, actions, money);
  }

  @Bean
  MerchantActions evergreenMerchantActions(
      SelfServiceRules rules, SubscriptionPreviews previews, AdminWords words) {
    return new MerchantActions(rules, previews, words);
  }

  @Bean
  RefundDesk evergreenRefundDesk(
      PaidCharges paid,
      Refunds refunds,
      SubscriptionRefunds shares,
      SubscriptionHistory history,
      ShopTime time,
      AdminWords words) {
    return new RefundDesk(paid, refunds, shares, history, time, words);
  }

  @Bean
  SubscriptionMoney evergreenAdminSubscriptionMoney(
      Credits credits, RefundDesk refundDesk, Refunds refunds, ObjectProvider<Changes> changes) {
    return new SubscriptionMoney(
        credits, refundDesk, refunds, Optional.ofNullable(changes.getIfAvailable()));
  }

  @Bean
  MoneyDesk evergreenMoneyDesk(
      SubscriptionCommands commands,
      MerchantCredits credits,
      RefundDesk refunds,
      ObjectProvider<Changes> changes,
      AdminWords words) {
    return new MoneyDesk(
        commands, credits, refunds, Optional.ofNullable(changes.getIfAvailable()), words);
  }

  @Bean
  RefundPages evergreenAdminRefundPages(
      AdminSettings settings,
      SubscriptionDesk desk,
      RefundDesk refunds,
      MoneyDesk money,
      MerchantName merchantName) {
    return new RefundPages(settings, desk, refunds, money, merchantName);
  }

  @Bean
  ActionPages evergreenAdminActionPages(
      AdminSettings settings,
      SubscriptionDesk desk,
      PauseCommands pauses,
      DateCommands dates,
      MoneyDesk money,
      MerchantName merchantName) {
    return new ActionPages(settings, desk, pauses, dates, money, merchantName);
  }

  @Bean
  SubscriptionPayments evergreenAdminSubscriptionPayments(
      PaymentMethods methods,
      RenewalMonitor renewals,
      Charges charges,
      Changes changes,
      PaidCharges paid,
      Disputes disputes) {
    return new SubscriptionPayments(methods, renewals, charges, changes, paid, disputes);
  }

  @Bean
  SubscriptionPages evergreenAdminSubscriptionPages(
      AdminSettings settings,
      AdminWords words,
      CustomerNames customers,
      SubscriptionQueries queries,
      SubscriptionDesk desk,
      SubscriptionCommands commands,
      MerchantName merchantName) {
    SubscriptionList list = new SubscriptionList(queries, customers, words);
    return new SubscriptionPages(settings, list, desk, commands, merchantName);
  }
}
