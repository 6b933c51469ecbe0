package org.evergreen.jobs;

import javax.sql.DataSource;
import org.evergreen.change.ChangeRecovery;
import org.evergreen.notice.NoticeSender;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.subscription.CalendarWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of this package; none on a node that leaves the jobs to others. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "evergreen.jobs.enabled", matchIfMissing = true)
public class JobsConfiguration {

  @Bean
  Job evergreenRenewalJob(RenewalRun renewals) {
    return EngineJobs.renewals(renewals);
  }

  @Bean
  Job evergreenRecoveryJob(RenewalRecovery recovery) {
    return EngineJobs.recovery(recovery);
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
  Job evergreenNoticeJob(NoticeSender notices) {
    return EngineJobs.notices(notices);
  }

  @Bean
  @ConditionalOnMissingBean
  JobScheduler evergreenJobScheduler(DataSource database, ObjectProvider<Job> jobs) {
    return new JobScheduler(database, jobs.orderedStream().toList());
  }
}
