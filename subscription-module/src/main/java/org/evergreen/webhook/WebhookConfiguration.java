package org.evergreen.webhook;

import org.evergreen.payment.Gateways;
import org.evergreen.time.ShopTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The beans of this package. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {

  @Bean
  WebhookRows evergreenWebhookRows(NamedParameterJdbcOperations jdbc) {
    return new WebhookRows(jdbc.getJdbcOperations());
  }

  @Bean
  WebhookHandlers evergreenWebhookHandlers(ObjectProvider<WebhookHandler> handlers) {
    return new WebhookHandlers(handlers.orderedStream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  Webhooks evergreenWebhooks(
      Gateways gateways, WebhookHandlers handlers, WebhookRows rows, ShopTime time) {
    return new Webhooks(gateways, handlers, rows, time);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookProcessing evergreenWebhookProcessing(
      WebhookRows rows, WebhookHandlers handlers, ShopTime time, WebhookSettings settings) {
    return new WebhookProcessing(rows, handlers, time, settings);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookLog evergreenWebhookLog(
      NamedParameterJdbcOperations jdbc, WebhookRows rows, ShopTime time) {
    return new WebhookLog(jdbc.getJdbcOperations(), rows, time);
  }

  @Bean
  @ConditionalOnMissingBean
  WebhookRetention evergreenWebhookRetention(
      WebhookRows rows, ShopTime time, WebhookSettings settings) {
    return new WebhookRetention(rows, time, settings);
  }
}
