package org.evergreen.config;

import java.time.Clock;
import org.evergreen.time.ShopTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shop's time; a host that moves the clock declares a {@link Clock} of its own. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock evergreenClock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  ShopTime evergreenShopTime(Clock clock, EvergreenProperties properties) {
    return new ShopTime(clock, properties.shop().zone());
  }
}
