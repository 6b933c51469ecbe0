package org.evergreen.admin.dashboard;

import org.evergreen.metrics.VitalsReader;
import org.evergreen.payment.Refunds;
import org.evergreen.subscription.SubscriptionFigures;
import org.evergreen.time.ShopTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of this package. */
@Configuration(proxyBeanMethods = false)
public class DashboardConfiguration {

  @Bean
  DashboardPage evergreenDashboardPage(
      SubscriptionFigures figures, VitalsReader vitals, Refunds refunds, ShopTime time) {
    return new DashboardPage(figures, vitals, refunds, time);
  }
}
