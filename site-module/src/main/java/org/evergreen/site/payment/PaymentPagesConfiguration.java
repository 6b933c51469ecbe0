package org.evergreen.site.payment;

import org.evergreen.change.Changes;
import org.evergreen.notice.NoticeSettings;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.site.selfservice.NewCards;
import org.evergreen.site.selfservice.OwedRenewals;
import org.evergreen.site.selfservice.TakeCard;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.storefront.Customers;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class PaymentPagesConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ConfirmViews evergreenConfirmViews(
      ShopperConfirmations confirmations,
      PaymentMethods methods,
      RenewalMonitor renewals,
      Changes changes,
      SiteWords words,
      NoticeSettings notices) {
    return new ConfirmViews(confirmations, methods, renewals, changes, words, notices);
  }

  @Bean
  @ConditionalOnMissingBean
  ConfirmController evergreenConfirmController(
      ConfirmLinks links, Charges charges, ShopperConfirmations confirmations, ConfirmViews views) {
    return new ConfirmController(links, charges, confirmations, views);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodCards evergreenMethodCards(
      PaymentMethods methods,
      SubscriptionQueries queries,
      SubscriptionInWords inWords,
      SiteWords words,
      MethodValidity validity) {
    return new MethodCards(methods, queries, inWords, words, validity);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodDesk evergreenMethodDesk(
      PaymentMethods methods,
      TakeCard taking,
      DetailCommands commands,
      SubscriptionQueries queries,
      OwedRenewals owed,
      SiteWords words) {
    return new MethodDesk(methods, taking, commands, queries, owed, words);
  }

  @Bean
  @ConditionalOnMissingBean
  PaymentMethodsController evergreenPaymentMethodsController(
      Customers customers,
      MethodCards cards,
      MethodDesk desk,
      NewCards newCards,
      PaymentMethods methods) {
    return new PaymentMethodsController(customers, cards, desk, newCards, methods);
  }

  @Bean
  @ConditionalOnMissingBean
  PaymentFormPolicy evergreenPaymentFormPolicy(Gateways gateways) {
    return new PaymentFormPolicy(gateways);
  }
}
