package org.evergreen.site.webhook;

import org.evergreen.webhook.Webhooks;
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

  @Bean
  @ConditionalOnMissingBean(name = "evergreenWebhookEndpoint")
  FilterRegistrationBean<WebhookEndpoint> evergreenWebhookEndpoint(Webhooks webhooks) {
    FilterRegistrationBean<WebhookEndpoint> endpoint =
        new FilterRegistrationBean<>(new WebhookEndpoint(webhooks));
    endpoint.addUrlPatterns(WebhookEndpoint.PATH + "*");
    endpoint.setOrder(ORDER);
    return endpoint;
  }
}
