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
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the {@link Job}s from the moment the application is ready until it shuts down. A run that is
 * under way at shutdown has ten seconds to end, one in which the node joined in as long again;
 * after that it is left as if the process had been killed, which every job survives.
 */
public class JobScheduler implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

  static final String TABLE = "evergreen_scheduled_task";
  private static final Duration POLLING = Duration.ofSeconds(2);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int HEARTBEATS_UNTIL_DEAD = 4;
  private static final Duration SHUTDOWN = Duration.ofSeconds(10);

  private final DataSource database;
  private final List<NodeJob> jobs;
  private Optional<Scheduler> running = Optional.empty();
  private Optional<Helpers> helpers = Optional.empty();

  public JobScheduler(DataSource database, List<Job> jobs) {
    this.database = database;
    this.jobs = jobs.stream().map(NodeJob::new).toList();
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
      helpers = Optional.of(Helpers.start(jobs));
    }
  }

  @Override
  public synchronized void stop() {
    helpers.ifPresent(Helpers::stop);
    running.ifPresent(Scheduler::stop);
    helpers.ifPresent(helping -> helping.await(SHUTDOWN));
    running = Optional.empty();
    helpers = Optional.empty();
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

  static List<RecurringTask<Void>> tasks(List<NodeJob> jobs) {
    return jobs.stream().map(JobScheduler::task).toList();
  }

  private static RecurringTask<Void> task(NodeJob node) {
    Job job = node.job();
    return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
        .execute((instance, context) -> node.run());
  }
}
