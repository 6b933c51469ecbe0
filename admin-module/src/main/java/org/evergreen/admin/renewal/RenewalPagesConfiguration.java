package org.evergreen.admin.renewal;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.MerchantName;
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
      AdminSettings settings,
      RenewalMonitor monitor,
      CustomerNames customers,
      RenewalRemedies remedies,
      SubscriptionQueries subscriptions,
      MerchantName merchantName) {
    return new RenewalPages(
        settings,
        new RenewalBoard(monitor, customers),
        new RenewalHelp(remedies, monitor, subscriptions),
        merchantName);
  }
}
