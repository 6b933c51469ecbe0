package org.evergreen.site.selfservice;

import org.evergreen.change.ChangeOptions;
import org.evergreen.settings.Settings;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionOperations;

/** Cancelling, what is offered instead, and taking it back. */
@Configuration(proxyBeanMethods = false)
class EndingActionsConfiguration {

  @Bean
  @Order(20)
  @ConditionalOnMissingBean(name = "evergreenKeepAction")
  KeepAction evergreenKeepAction(
      SubscriptionCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      RenewalPrices prices,
      SubscriptionInWords inWords,
      SiteWords words,
      ShopTime time) {
    return new KeepAction(commands, rules, previews, prices, inWords, words, time);
  }

  @Bean
  @Order(300)
  @ConditionalOnMissingBean(name = "evergreenCancelAction")
  CancelAction evergreenCancelAction(
      SubscriptionCommands commands,
      SubscriptionQueries queries,
      SelfServiceRules rules,
      CancelPreviews previews,
      SaveOffers offers,
      SubscriptionInWords inWords) {
    return new CancelAction(commands, queries, rules, previews, offers, inWords);
  }

  @Bean
  @ConditionalOnMissingBean
  CancelPreviews evergreenCancelPreviews(
      SubscriptionPreviews previews,
      PaymentsUnderWay underWay,
      RenewalPrices prices,
      SiteWords words,
      ShopTime time) {
    return new CancelPreviews(previews, underWay, prices, words, time);
  }

  @Bean
  @ConditionalOnMissingBean
  SaveDiscounts evergreenSaveDiscounts(
      Settings settings,
      Discounts discounts,
      SubscriptionHistory history,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ShopTime time) {
    return new SaveDiscounts(settings, discounts, history, transactions, time);
  }

  @Bean
  @ConditionalOnMissingBean
  SaveOffers evergreenSaveOffers(
      Settings settings,
      SelfServiceRules rules,
      SaveDiscounts discounts,
      ChangeOptions options,
      OptionChoice choice,
      SiteWords words) {
    return new SaveOffers(settings, rules, discounts, options, choice, words);
  }

  @Bean
  @Order(310)
  @ConditionalOnMissingBean(name = "evergreenStayAction")
  StayAction evergreenStayAction(SaveDiscounts discounts, SiteWords words) {
    return new StayAction(discounts, words);
  }
}
