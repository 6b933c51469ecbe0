package org.evergreen.site.selfservice;

import org.evergreen.change.ChangeOptions;
import org.evergreen.change.Changes;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.SelfServiceRules;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Changes of plan, product, quantity and items, and subscribing again. */
@Configuration(proxyBeanMethods = false)
class ChangeActionsConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ChangeSteps evergreenChangeSteps(
      Changes changes, AskedPayments asked, MethodNames methods, SiteWords words) {
    return new ChangeSteps(changes, asked, methods, words);
  }

  @Bean
  @Order(40)
  @ConditionalOnMissingBean(name = "evergreenResubscribeAction")
  ResubscribeAction evergreenResubscribeAction(ChangeSteps steps, SubscriptionInWords inWords) {
    return new ResubscribeAction(steps, inWords);
  }

  @Bean
  @Order(70)
  @ConditionalOnMissingBean(name = "evergreenSwitchAction")
  SwitchAction evergreenSwitchAction(
      SelfServiceRules rules, ChangeOptions options, ChangeSteps steps, OptionChoice choice) {
    return SwitchAction.ofPlan(rules, options, steps, choice);
  }

  @Bean
  @Order(130)
  @ConditionalOnMissingBean(name = "evergreenFrequencyAction")
  SwitchAction evergreenFrequencyAction(
      SelfServiceRules rules, ChangeOptions options, ChangeSteps steps, OptionChoice choice) {
    return SwitchAction.ofFrequency(rules, options, steps, choice);
  }

  @Bean
  @Order(200)
  @ConditionalOnMissingBean(name = "evergreenQuantityAction")
  QuantityAction evergreenQuantityAction(SelfServiceRules rules, ChangeSteps steps) {
    return new QuantityAction(rules, steps);
  }

  @Bean
  @Order(210)
  @ConditionalOnMissingBean(name = "evergreenAddItemAction")
  AddItemAction evergreenAddItemAction(
      SelfServiceRules rules, ChangeOptions options, ChangeSteps steps, OptionChoice choice) {
    return new AddItemAction(rules, options, steps, choice);
  }

  @Bean
  @Order(220)
  @ConditionalOnMissingBean(name = "evergreenRemoveItemAction")
  RemoveItemAction evergreenRemoveItemAction(SelfServiceRules rules, ChangeSteps steps) {
    return new RemoveItemAction(rules, steps);
  }

  @Bean
  @Order(80)
  @ConditionalOnMissingBean(name = "evergreenWithdrawAction")
  WithdrawAction evergreenWithdrawAction(Changes changes, SiteWords words) {
    return new WithdrawAction(changes, words);
  }
}
