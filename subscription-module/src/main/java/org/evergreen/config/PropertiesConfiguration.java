package org.evergreen.config;

import java.util.Locale;
import java.util.Optional;
import org.evergreen.installation.InstallationSettings;
import org.evergreen.metrics.HealthLimits;
import org.evergreen.notice.NoticeSettings;
import org.evergreen.payment.PaymentSettings;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanFormReader;
import org.evergreen.renewal.ConfirmLinkSettings;
import org.evergreen.renewal.RenewalSettings;
import org.evergreen.storefront.Catalog;
import org.evergreen.webhook.WebhookSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the properties on to the packages that they belong to. */
@Configuration(proxyBeanMethods = false)
class PropertiesConfiguration {

  @Bean
  @ConditionalOnMissingBean
  PlanFormReader planFormReader(
      EvergreenProperties properties, Catalog catalog, ChangeGroups groups) {
    return new PlanFormReader(
        properties.shop().currency(),
        properties.shop().zone(),
        catalog,
        group -> groups.find(group).isPresent());
  }

  @Bean
  @ConditionalOnMissingBean
  InstallationSettings evergreenInstallationSettings(EvergreenProperties properties) {
    EvergreenProperties.Shop shop = properties.shop();
    return new InstallationSettings(
        shop.baseUrl(),
        Optional.of(shop.installationId().strip()).filter(id -> !id.isEmpty()),
        shop.installationFile());
  }

  @Bean
  @ConditionalOnMissingBean
  PaymentSettings evergreenPaymentSettings(EvergreenProperties properties) {
    PaymentSettings usual = PaymentSettings.defaults();
    EvergreenProperties.Renewal renewal = properties.renewal();
    return new PaymentSettings(
        renewal.inFlight(), renewal.recoverAfter(), usual.keyLife(), usual.processingPoll());
  }

  @Bean
  @ConditionalOnMissingBean
  RenewalSettings evergreenRenewalSettings(EvergreenProperties properties) {
    EvergreenProperties.Renewal renewal = properties.renewal();
    return new RenewalSettings(renewal.batchSize(), renewal.workers(), renewal.lease());
  }

  @Bean
  @ConditionalOnMissingBean
  ConfirmLinkSettings evergreenConfirmLinkSettings(EvergreenProperties properties) {
    EvergreenProperties.Shop shop = properties.shop();
    Optional<String> secret =
        Optional.of(shop.linkSecret().strip()).filter(text -> !text.isEmpty());
    return ConfirmLinkSettings.of(shop.baseUrl(), secret);
  }

  @Bean
  @ConditionalOnMissingBean
  NoticeSettings evergreenNoticeSettings(EvergreenProperties properties) {
    EvergreenProperties.Shop shop = properties.shop();
    EvergreenProperties.Notices notices = properties.notices();
    return new NoticeSettings(
        shop.name(),
        shop.baseUrl(),
        Locale.forLanguageTag(shop.locale()),
        notices.accountPath(),
        notices.attempts(),
        notices.retryAfter());
  }

  @Bean
  @ConditionalOnMissingBean
  HealthLimits evergreenHealthLimits(EvergreenProperties properties) {
    EvergreenProperties.Health health = properties.health();
    return new HealthLimits(health.backlogAge(), health.unknownAge());
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookSettings evergreenWebhookSettings(WebhookProperties webhooks) {
    return new WebhookSettings(
        webhooks.attempts(),
        webhooks.retryAfter(),
        webhooks.unknownFor(),
        webhooks.keepFor(),
        webhooks.lease(),
        webhooks.workers());
  }
}
