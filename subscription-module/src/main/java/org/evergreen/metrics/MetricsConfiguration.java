package org.evergreen.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.jobs.JobBoard;
import org.evergreen.notice.NoticeLog;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.UnknownCharges;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.time.ShopTime;
import org.evergreen.webhook.WebhookLog;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; meters and health only where their libraries are. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

  @Bean
  @ConditionalOnMissingBean
  VitalsReader evergreenVitalsReader(
      RenewalMonitor renewals,
      UnknownCharges unknown,
      NoticeLog notices,
      WebhookLog webhooks,
      Disputes disputes,
      JobBoard jobs,
      ShopTime time) {
    return new VitalsReader(renewals, unknown, notices, webhooks, disputes, jobs, time);
  }

  /** With Micrometer. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static class Meters {

    @Bean
    VitalsMeters evergreenVitalsMeters(VitalsReader reader) {
      return new VitalsMeters(reader);
    }

    @Bean
    ActivityMeters evergreenActivityMeters() {
      return new ActivityMeters();
    }
  }

  /** With Spring Boot's actuator. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class HealthOfTheShop {

    @Bean
    EvergreenHealth evergreenHealthIndicator(
        VitalsReader reader, HealthLimits limits, ChargingPermission permission) {
      return new EvergreenHealth(reader, limits, permission);
    }
  }
}
