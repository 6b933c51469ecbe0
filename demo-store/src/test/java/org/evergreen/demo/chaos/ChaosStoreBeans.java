package org.evergreen.demo.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.evergreen.jobs.JobScheduler;
import org.evergreen.notice.MailTransport;
import org.evergreen.payment.ChargeListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * What a store under chaos has instead of the usual: the shared clock, a mail server in the test's
 * process, kill points. Not annotated, so that no other test of the store finds it.
 */
class ChaosStoreBeans {

  @Bean
  static KillPoints killPoints() {
    return new KillPoints();
  }

  @Bean
  static Mutation mutation(Environment environment) {
    return Mutation.valueOf(environment.getProperty("chaos.mutation", "NONE"));
  }

  @Bean
  static KillableBeans killableBeans(KillPoints kill, Mutation mutation) {
    return new KillableBeans(kill, mutation);
  }

  @Bean
  Clock sharedClock(Environment environment) {
    return SharedClock.over(Path.of(environment.getRequiredProperty("chaos.clock")));
  }

  @Bean
  ChargeListener settlementWatch(KillPoints kill) {
    return new SettlementWatch(kill);
  }

  @Bean
  MailTransport mailByHttp(Environment environment, KillPoints kill, Mutation mutation) {
    URI server = URI.create(environment.getRequiredProperty("chaos.mail"));
    return new MailByHttp(server, kill, mutation);
  }

  /** The jobs are run by {@link RestlessJobs}. */
  @Bean
  JobScheduler idleScheduler(DataSource database) {
    return new JobScheduler(database, List.of()) {
      @Override
      public synchronized void start() {
        // Nothing is scheduled.
      }
    };
  }
}
