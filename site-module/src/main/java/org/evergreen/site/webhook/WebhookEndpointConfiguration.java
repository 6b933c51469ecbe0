package org.evergreen.site.webhook;

import org.evergreen.webhook.Webhooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Brings the endpoint for webhooks in, in front of the host's filters. */
@Configuration(proxyBeanMethods = false)
public class WebhookEndpointConfiguration {

  /** Behind the filters that only measure requests, in front of those that read them. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 50;

  // Filters are made while the server starts, before some hosts have their database ready.
  @Bean
  @ConditionalOnMissingBean(name = "evergreenWebhookEndpoint")
  FilterRegistrationBean<WebhookEndpoint> evergreenWebhookEndpoint(
      ObjectProvider<Webhooks> webhooks) {
    FilterRegistrationBean<WebhookEndpoint> endpoint =
        new FilterRegistrationBean<>(new WebhookEndpoint(webhooks::getObject));
    endpoint.addUrlPatterns(WebhookEndpoint.PATH + "*");
    endpoint.setOrder(ORDER);
    return endpoint;
  }
}
