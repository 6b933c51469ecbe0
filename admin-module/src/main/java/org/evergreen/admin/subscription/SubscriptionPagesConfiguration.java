package org.evergreen.admin.subscription;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.AdminWords;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.MerchantName;
import org.evergreen.payment.Charges;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this package. */
@Configuration(proxyBeanMethods = false)
public class SubscriptionPagesConfiguration {

  @Bean
  SubscriptionDesk evergreenSubscriptionDesk(
      SubscriptionQueries queries,
      SubscriptionPayments payments,
      CustomerNames customers,
      Addresses addresses,
      Orders orders,
      AdminWords words,
      ShopTime time) {
    return new SubscriptionDesk(
        queries, payments, customers, addresses, orders, new CancellationInWords(words, time));
  }

  @Bean
  SubscriptionPayments evergreenSubscriptionPayments(
      PaymentMethods methods, RenewalMonitor renewals, Charges charges) {
    return new SubscriptionPayments(methods, renewals, charges);
  }

  @Bean
  SubscriptionPages evergreenSubscriptionPages(
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
