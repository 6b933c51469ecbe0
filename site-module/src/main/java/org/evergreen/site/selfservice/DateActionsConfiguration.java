package org.evergreen.site.selfservice;

import org.evergreen.settings.Settings;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Actions on the dates of payments. */
@Configuration(proxyBeanMethods = false)
class DateActionsConfiguration {

  @Bean
  @Order(30)
  @ConditionalOnMissingBean(name = "evergreenResumeAction")
  ResumeAction evergreenResumeAction(
      PauseCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      RenewalPrices prices,
      SiteWords words,
      ShopTime time) {
    return new ResumeAction(commands, rules, previews, prices, words, time);
  }

  @Bean
  @Order(50)
  @ConditionalOnMissingBean(name = "evergreenSkipAction")
  SkipAction evergreenSkipAction(
      DateCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      RenewalPrices prices,
      SiteWords words) {
    return new SkipAction(commands, rules, previews, prices, words);
  }

  @Bean
  @Order(60)
  @ConditionalOnMissingBean(name = "evergreenPauseAction")
  PauseAction evergreenPauseAction(
      PauseCommands commands,
      SelfServiceRules rules,
      Settings settings,
      SiteWords words,
      ShopTime time) {
    return new PauseAction(commands, rules, settings, words, time);
  }

  @Bean
  @Order(120)
  @ConditionalOnMissingBean(name = "evergreenMoveDateAction")
  MoveDateAction evergreenMoveDateAction(
      DateCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      SiteWords words,
      ShopTime time) {
    return new MoveDateAction(commands, rules, previews, words, time);
  }
}
