package org.evergreen.admin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the merchant's pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdminSettings.class)
public class AdminConfiguration {

  @Bean
  @ConditionalOnMissingBean
  MerchantName merchantName() {
    return MerchantName.ofPrincipal();
  }

  @Bean
  @ConditionalOnMissingBean
  AdminFrames adminFrames(
      AdminSettings settings, MerchantName merchantName, ObjectProvider<AdminLink> hostLinks) {
    return new AdminFrames(settings, merchantName, hostLinks.orderedStream().toList());
  }

  @Bean
  AdminAdvice adminAdvice(AdminFrames frames) {
    return new AdminAdvice(frames);
  }
}
