package org.evergreen.admin.renewal;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.MerchantName;
import org.evergreen.jobs.JobBoard;
import org.evergreen.payment.UnknownCharges;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.subscription.SubscriptionQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this package. */
@Configuration(proxyBeanMethods = false)
public class RenewalPagesConfiguration {

  @Bean
  RenewalPages evergreenRenewalPages(
      AdminSettings settings, RenewalBoard board, RenewalHelp help, MerchantName merchantName) {
    return new RenewalPages(settings, board, help, merchantName);
  }

  @Bean
  RenewalBoard evergreenRenewalBoard(
      RenewalMonitor monitor, UnknownCharges unknown, CustomerNames customers) {
    return new RenewalBoard(monitor, unknown, customers);
  }

  @Bean
  RenewalHelp evergreenRenewalHelp(
      RenewalRemedies remedies,
      RenewalMonitor monitor,
      SubscriptionQueries subscriptions,
      UnknownCharges unknown,
      JobBoard jobs) {
    return new RenewalHelp(remedies, monitor, subscriptions, unknown, jobs);
  }
}
