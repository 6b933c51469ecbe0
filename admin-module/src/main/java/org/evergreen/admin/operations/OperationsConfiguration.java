package org.evergreen.admin.operations;

import org.evergreen.admin.AdminSettings;
import org.evergreen.admin.CustomerNames;
import org.evergreen.jobs.JobBoard;
import org.evergreen.notice.NoticeLog;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.Refunds;
import org.evergreen.webhook.WebhookLog;
import org.evergreen.webhook.Webhooks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages of this package. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {

  @Bean
  JobPages evergreenJobPages(AdminSettings settings, JobBoard jobs) {
    return new JobPages(settings, jobs);
  }

  @Bean
  WebhookPages evergreenWebhookPages(AdminSettings settings, WebhookLog log, Webhooks webhooks) {
    return new WebhookPages(settings, log, webhooks);
  }

  @Bean
  DisputePages evergreenDisputePages(Disputes disputes, Charges charges, CustomerNames customers) {
    return new DisputePages(disputes, charges, customers);
  }

  @Bean
  RefundListPage evergreenRefundListPage(
      Refunds refunds, Charges charges, CustomerNames customers) {
    return new RefundListPage(refunds, charges, customers);
  }

  @Bean
  EmailPages evergreenEmailPages(
      AdminSettings settings, NoticeLog notices, CustomerNames customers) {
    return new EmailPages(settings, notices, customers);
  }
}
