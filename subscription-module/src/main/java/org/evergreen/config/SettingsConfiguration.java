package org.evergreen.config;

import org.evergreen.plan.PlanFormReader;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the settings on to the packages that they belong to. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PlanFormReader planFormReader(EvergreenProperties properties) {
    return new PlanFormReader(properties.shop().currency());
  }
}
