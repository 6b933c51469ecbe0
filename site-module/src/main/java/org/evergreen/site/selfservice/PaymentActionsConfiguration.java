package org.evergreen.site.selfservice;

import org.evergreen.payment.PaymentMethods;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.SubscriptionQueries;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Actions on what pays and where it goes. */
@Configuration(proxyBeanMethods = false)
class PaymentActionsConfiguration {

  @Bean
  @Order(10)
  @ConditionalOnMissingBean(name = "evergreenPayAction")
  PayAction evergreenPayAction(
      OpenRenewals renewals, OwedRenewals owed, MethodChoice choice, SiteWords words) {
    return new PayAction(renewals, owed, choice, words);
  }

  @Bean
  @Order(140)
  @ConditionalOnMissingBean(name = "evergreenRenewNowAction")
  RenewNowAction evergreenRenewNowAction(
      EarlyRenewals renewals, AskedPayments asked, MethodNames methods, SiteWords words) {
    return new RenewNowAction(renewals, asked, methods, words);
  }

  @Bean
  @Order(145)
  @ConditionalOnMissingBean(name = "evergreenGiveUpAction")
  GiveUpAction evergreenGiveUpAction(AskedPayments asked, SiteWords words) {
    return new GiveUpAction(asked, words);
  }

  @Bean
  @Order(110)
  @ConditionalOnMissingBean(name = "evergreenPaymentMethodAction")
  PaymentMethodAction evergreenPaymentMethodAction(
      DetailCommands commands,
      SelfServiceRules rules,
      SubscriptionQueries queries,
      MethodChoice choice,
      OwedRenewals owed,
      RenewalPrices prices,
      SiteWords words) {
    return new PaymentMethodAction(commands, rules, queries, choice, owed, prices, words);
  }

  @Bean
  @Order(150)
  @ConditionalOnMissingBean(name = "evergreenAutomaticRenewalOffAction")
  AutomaticRenewalAction evergreenAutomaticRenewalOffAction(
      DetailCommands commands,
      SelfServiceRules rules,
      PaymentMethods methods,
      RenewalPrices prices,
      SiteWords words) {
    return new AutomaticRenewalAction(false, commands, rules, methods, prices, words);
  }

  @Bean
  @Order(15)
  @ConditionalOnMissingBean(name = "evergreenAutomaticRenewalOnAction")
  AutomaticRenewalAction evergreenAutomaticRenewalOnAction(
      DetailCommands commands,
      SelfServiceRules rules,
      PaymentMethods methods,
      RenewalPrices prices,
      SiteWords words) {
    return new AutomaticRenewalAction(true, commands, rules, methods, prices, words);
  }

  @Bean
  @Order(240)
  @ConditionalOnMissingBean(name = "evergreenAddressAction")
  AddressAction evergreenAddressAction(
      DetailCommands commands,
      SelfServiceRules rules,
      KnownAddresses known,
      AddressPrices prices,
      AddressForm form,
      SiteWords words) {
    return new AddressAction(commands, rules, known, prices, form, words);
  }
}
