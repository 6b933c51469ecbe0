package org.evergreen.site;

import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The shopper pages. Imported by {@link SiteAutoConfiguration}; a host that picks its modules by
 * hand imports it itself.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
public class SiteConfiguration {

  @Bean("evergreenWords")
  @ConditionalOnMissingBean
  SiteWords evergreenWords(SiteSettings settings, ShopTime time) {
    return new SiteWords(settings.locale(), time);
  }

  @Bean
  @ConditionalOnMissingBean
  SiteLayoutAdvice evergreenSiteLayoutAdvice(SiteSettings settings) {
    return new SiteLayoutAdvice(settings);
  }
}
