package org.evergreen.broadleaf.web;

import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.broadleafcommerce.common.security.service.StaleStateProtectionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Forms of the engine's pages under Broadleaf's protection. */
@Configuration(proxyBeanMethods = false)
public class FormConfiguration {

  /** Runs when the chain of security filters is through and the session has its token. */
  @Bean
  FilterRegistrationBean<FormTokens> evergreenFormTokens(
      @Qualifier("blExploitProtectionService") ExploitProtectionService tokens) {
    FilterRegistrationBean<FormTokens> filter =
        new FilterRegistrationBean<>(new FormTokens(tokens));
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
    return filter;
  }

  @Bean
  static BeanPostProcessor evergreenHiddenFields(
      ObjectProvider<StaleStateProtectionService> states) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor processor
            ? new HiddenFields(processor, states::getObject)
            : bean;
      }
    };
  }
}
