package org.evergreen.broadleaf.config;

import java.time.Duration;
import org.evergreen.broadleaf.checkout.MissedSubscriptions;
import org.evergreen.broadleaf.checkout.PromisedOrders;
import org.evergreen.broadleaf.checkout.UnfinishedCheckouts;
import org.evergreen.jobs.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module adds to the engine's jobs, in the applications that run them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "evergreen.jobs.enabled", matchIfMissing = true)
class CheckoutJobs {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  @Bean
  Job evergreenMissedSubscriptionsJob(MissedSubscriptions missed) {
    return new Job("broadleaf-missed-subscriptions", PAUSE, missed::start);
  }

  @Bean
  Job evergreenUnfinishedCheckoutsJob(UnfinishedCheckouts unfinished) {
    return new Job("broadleaf-unfinished-checkouts", PAUSE, unfinished::finish);
  }

  @Bean
  Job evergreenPromisedOrdersJob(PromisedOrders promised) {
    return new Job("broadleaf-promised-orders", PAUSE, promised::settle);
  }
}
