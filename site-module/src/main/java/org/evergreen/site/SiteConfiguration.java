package org.evergreen.site;

import org.evergreen.site.account.AccountConfiguration;
import org.evergreen.site.payment.PaymentPagesConfiguration;
import org.evergreen.site.selfservice.SelfServiceConfiguration;
import org.evergreen.site.webhook.WebhookEndpointConfiguration;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.OfferWords;
import org.evergreen.site.words.PlanChooser;
import org.evergreen.site.words.SiteWords;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The shopper pages and the words for their templates. Imported by {@link SiteAutoConfiguration}; a
 * host that picks its modules by hand imports it itself. Templates call the words by the names of
 * their beans, so a host that declares its own keeps the names.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
@Import({
  AccountConfiguration.class,
  SelfServiceConfiguration.class,
  PaymentPagesConfiguration.class,
  WebhookEndpointConfiguration.class
})
public class SiteConfiguration {

  @Bean("evergreenWords")
  @ConditionalOnMissingBean
  SiteWords evergreenWords(SiteSettings settings, ShopTime time) {
    return new SiteWords(settings.locale(), time);
  }

  @Bean("evergreenPlanChooser")
  @ConditionalOnMissingBean
  PlanChooser evergreenPlanChooser(SiteWords words, OfferWords offerWords) {
    return new PlanChooser(words, offerWords);
  }

  @Bean("evergreenOfferWords")
  @ConditionalOnMissingBean
  OfferWords evergreenOfferWords(SiteWords words, ShopTime time) {
    return new OfferWords(words, time);
  }

  @Bean
  @ConditionalOnMissingBean
  MethodValidity evergreenMethodValidity(SiteWords words, ShopTime time) {
    return new MethodValidity(words, time);
  }

  @Bean
  @ConditionalOnMissingBean
  SitePagesAdvice evergreenSitePagesAdvice(SiteSettings settings) {
    return new SitePagesAdvice(settings);
  }
}
