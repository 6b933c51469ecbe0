package org.evergreen.jobs;

import javax.sql.DataSource;
import org.evergreen.change.ChangeRecovery;
import org.evergreen.notice.MerchantNews;
import org.evergreen.notice.NoticeSender;
import org.evergreen.notice.Reminders;
import org.evergreen.payment.RemovedMethods;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.subscription.CalendarWork;
import org.evergreen.webhook.WebhookProcessing;
import org.evergreen.webhook.WebhookRetention;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** The beans of this package; no scheduler on a node that leaves the jobs to others. */
@Configuration(proxyBeanMethods = false)
public class JobsConfiguration {

  @Bean
  Job evergreenRenewalJob(RenewalRun renewals) {
    return EngineJobs.renewals(renewals);
  }

  @Bean
  Job evergreenRecoveryJob(RenewalRecovery recovery, RemovedMethods methods) {
    return EngineJobs.recovery(recovery, methods);
  }

  @Bean
  Job evergreenChangeRecoveryJob(ChangeRecovery recovery) {
    return EngineJobs.changeRecovery(recovery);
  }

  @Bean
  Job evergreenCalendarJob(CalendarWork calendar) {
    return EngineJobs.calendar(calendar);
  }

  @Bean
  Job evergreenReminderJob(Reminders reminders, MerchantNews news) {
    return EngineJobs.reminders(reminders, news);
  }

  @Bean
  Job evergreenNoticeJob(NoticeSender notices) {
    return EngineJobs.notices(notices);
  }

  @Bean
  Job evergreenWebhookJob(WebhookProcessing webhooks) {
    return EngineJobs.webhooks(webhooks);
  }

  @Bean
  Job evergreenOldWebhookJob(WebhookRetention webhooks) {
    return EngineJobs.oldWebhooks(webhooks);
  }

  @Bean
  @ConditionalOnMissingBean
  JobBoard evergreenJobBoard(
      NamedParameterJdbcOperations jdbc,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      ObjectProvider<Job> jobs) {
    return new JobBoard(jdbc.getJdbcOperations(), transactions, jobs.stream().toList());
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = "evergreen.jobs.enabled", matchIfMissing = true)
  JobScheduler evergreenJobScheduler(DataSource database, ObjectProvider<Job> jobs) {
    return new JobScheduler(database, jobs.orderedStream().toList());
  }
}
