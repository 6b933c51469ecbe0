package org.evergreen.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the {@link Job}s from the moment the application is ready until it shuts down. A run that is
 * under way at shutdown has ten seconds to end; after that it is left as if the process had been
 * killed, which every job survives.
 */
public class JobScheduler implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

  static final String TABLE = "evergreen_scheduled_task";
  private static final Duration POLLING = Duration.ofSeconds(2);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int HEARTBEATS_UNTIL_DEAD = 4;
  private static final Duration SHUTDOWN = Duration.ofSeconds(10);

  private final DataSource database;
  private final List<Job> jobs;
  private Optional<Scheduler> running = Optional.empty();

  public JobScheduler(DataSource database, List<Job> jobs) {
    this.database = database;
    this.jobs = List.copyOf(jobs);
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    start();
  }

  /** Not with the context: pages and ports must be ready before money moves. */
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public synchronized void start() {
    if (running.isEmpty()) {
      Scheduler scheduler = configured(Scheduler.create(database)).startTasks(tasks(jobs)).build();
      scheduler.start();
      running = Optional.of(scheduler);
    }
  }

  @Override
  public synchronized void stop() {
    running.ifPresent(Scheduler::stop);
    running = Optional.empty();
  }

  @Override
  public synchronized boolean isRunning() {
    return running.isPresent();
  }

  private SchedulerBuilder configured(SchedulerBuilder builder) {
    // A recurring job takes a thread only while it runs, so this many never wait for each other.
    return builder
        .tableName(TABLE)
        .threads(jobs.size())
        .pollingInterval(POLLING)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(HEARTBEATS_UNTIL_DEAD)
        .shutdownMaxWait(SHUTDOWN)
        .commitWhenAutocommitDisabled(true)
        .schedulerName(new SchedulerName.Fixed(nodeName()))
        .failureLogging(LogLevel.OFF, false);
  }

  private static String nodeName() {
    return new SchedulerName.Hostname().getName() + "-" + ProcessHandle.current().pid();
  }

  static List<RecurringTask<Void>> tasks(List<Job> jobs) {
    return jobs.stream().map(JobScheduler::task).toList();
  }

  private static RecurringTask<Void> task(Job job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
        .execute((instance, context) -> ids(job).run(() -> run(job)));
  }

  private static LogIds ids(Job job) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    return LogIds.of(LogId.JOB, job.name()).and(LogId.JOB_RUN, run);
  }

  private static void run(Job job) {
    try {
      job.work().run();
    } catch (RuntimeException | Error e) {
      LOG.error("Job {} failed and runs again in {}: {}", job.name(), job.pause(), e.toString());
      LOG.debug("Job {}", job.name(), e);
      throw e;
    }
  }
}
