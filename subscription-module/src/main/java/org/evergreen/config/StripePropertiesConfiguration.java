package org.evergreen.config;

import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.GatewayLimits;
import org.evergreen.payment.stripe.StripeSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Hands Stripe's keys on, if there are any: a key that is set to nothing is none. */
@Configuration(proxyBeanMethods = false)
@Conditional(StripePropertiesConfiguration.SecretKeyIsSet.class)
@EnableConfigurationProperties(StripeProperties.class)
class StripePropertiesConfiguration {

  @Bean
  @ConditionalOnMissingBean
  StripeSettings evergreenStripeSettings(StripeProperties properties) {
    return new StripeSettings(
        properties.secretKey().strip(),
        properties.webhookSecret().strip(),
        new BrowserSide(properties.publishableKey().strip(), properties.scriptUrl().strip()),
        Optional.ofNullable(properties.baseUrl()),
        StripeSettings.Patience.usual(),
        new GatewayLimits(properties.chargesPerSecond(), properties.requestsPerSecond()));
  }

  /** A condition of its own, since an empty property counts as set for Spring Boot's. */
  static class SecretKeyIsSet implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotations) {
      return StringUtils.hasText(
          context.getEnvironment().getProperty("evergreen.stripe.secret-key"));
    }
  }
}
