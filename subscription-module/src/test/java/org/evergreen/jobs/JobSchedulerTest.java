package org.evergreen.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.evergreen.jobs.Job.Reach;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JobSchedulerTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();

  private final SettableClock wallClock = new SettableClock();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();
  private final Job sweep = new Job("sweep", Duration.ofMinutes(1), this::sweep);

  @BeforeEach
  void empty() {
    DATABASE.empty();
    wallClock.set(Instant.parse("2026-01-31T10:00:00Z"));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void aJobRunsAtOnceAndThenAfterEachPause() {
    ManualScheduler node = node(sweep);

    node.runAnyDueExecutions();
    assertThat(runs).hasValue(1);
    node.tick(Duration.ofSeconds(59));
    node.runAnyDueExecutions();
    assertThat(runs).hasValue(1);
    node.tick(Duration.ofSeconds(1));
    node.runAnyDueExecutions();
    assertThat(runs).hasValue(2);
  }

  @Test
  void aJobThatFailsIsNamedInOneLineAndRunsAgainAfterItsPause() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger("org.evergreen.jobs");
    logger.addAppender(log);
    ManualScheduler node = node(sweep);

    broken.set(true);
    node.runAnyDueExecutions();
    broken.set(false);
    node.tick(Duration.ofMinutes(1));
    node.runAnyDueExecutions();
    logger.detachAppender(log);

    assertThat(runs).hasValue(1);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Job sweep failed and runs again in PT1M:"
                + " java.lang.IllegalStateException: the host is down");
    assertThat(log.list.get(0).getThrowableProxy()).isNull();
  }

  @Test
  void aFailureIsKeptWithTheJobUntilItSucceeds() {
    ManualScheduler node = node(sweep);
    broken.set(true);
    node.runAnyDueExecutions();

    assertThat(failures()).isEqualTo(1);

    broken.set(false);
    node.tick(Duration.ofMinutes(1));
    node.runAnyDueExecutions();
    assertThat(failures()).isZero();
  }

  @Test
  void nodesTakeTurnsAndDoNotRunAJobTwiceForOnePause() {
    ManualScheduler one = node(sweep);
    ManualScheduler two = node(sweep);

    for (int minute = 0; minute < 5; minute++) {
      one.runAnyDueExecutions();
      two.runAnyDueExecutions();
      wallClock.tick(Duration.ofMinutes(1));
    }

    assertThat(runs).hasValue(5);
    assertThat(DATABASE.jdbc().queryForObject(COUNT, Long.class)).isEqualTo(1);
  }

  @Test
  void startedJobsRunOnThreadsOfTheirOwnUntilTheyAreStopped() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    Job slow =
        new Job(
            "slow",
            Duration.ofMinutes(1),
            () -> {
              begun.countDown();
              await(mayEnd);
              ended.set(true);
            });
    JobScheduler scheduler = new JobScheduler(DATABASE.dataSource(), List.of(slow));

    assertThat(scheduler.isAutoStartup()).isFalse();
    scheduler.start();
    scheduler.start();
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(scheduler.isRunning()).isTrue();
    mayEnd.countDown();
    scheduler.stop();

    assertThat(ended).isTrue();
    assertThat(scheduler.isRunning()).isFalse();
  }

  @Test
  void nodesWorkAtASharedJobAtTheSameTime() throws InterruptedException {
    CountDownLatch atWork = new CountDownLatch(2);
    Job shared =
        new Job(
            "shared",
            Duration.ofMillis(50),
            Reach.EVERY_NODE,
            () -> {
              atWork.countDown();
              await(atWork);
            });
    JobScheduler one = new JobScheduler(DATABASE.dataSource(), List.of(shared));
    JobScheduler two = new JobScheduler(DATABASE.dataSource(), List.of(shared));

    one.start();
    two.start();
    boolean both = atWork.await(30, TimeUnit.SECONDS);
    one.stop();
    two.stop();

    assertThat(both).isTrue();
  }

  @Test
  void aNodeRunsASharedJobOnceAtATime() throws InterruptedException {
    CountDownLatch joined = new CountDownLatch(20);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    NodeJob shared =
        new NodeJob(
            new Job(
                "shared",
                Duration.ofMillis(1),
                Reach.EVERY_NODE,
                () -> {
                  most.accumulateAndGet(now.incrementAndGet(), Math::max);
                  joined.countDown();
                  now.decrementAndGet();
                }));
    Helpers helpers = Helpers.start(List.of(shared));

    while (joined.getCount() > 0) {
      shared.run();
    }
    helpers.stop();
    helpers.await(Duration.ofSeconds(30));

    assertThat(most).hasValue(1);
  }

  @Test
  void aSharedJobThatFailsIsJoinedInAgain() throws InterruptedException {
    CountDownLatch tries = new CountDownLatch(3);
    Job failing =
        new Job(
            "failing",
            Duration.ofMillis(1),
            Reach.EVERY_NODE,
            () -> {
              tries.countDown();
              if (tries.getCount() == 1) {
                throw new NoClassDefFoundError("a class of the host");
              }
              throw new IllegalStateException("the database is down");
            });
    Helpers helpers = Helpers.start(List.of(new NodeJob(failing)));

    boolean again = tries.await(30, TimeUnit.SECONDS);
    helpers.stop();

    assertThat(again).isTrue();
  }

  @Test
  void aJobOfOneNodeIsNotJoinedIn() throws InterruptedException {
    CountDownLatch shared = new CountDownLatch(5);
    Job quick = new Job("quick", Duration.ofMillis(1), this::sweep);
    Job other = new Job("other", Duration.ofMillis(1), Reach.EVERY_NODE, shared::countDown);
    Helpers helpers = Helpers.start(List.of(new NodeJob(quick), new NodeJob(other)));
    boolean joined = shared.await(30, TimeUnit.SECONDS);
    helpers.stop();
    helpers.await(Duration.ofSeconds(30));

    assertThat(joined).isTrue();
    assertThat(runs).hasValue(0);
  }

  private static final String COUNT = "select count(*) from evergreen_scheduled_task";

  private static int failures() {
    return DATABASE
        .jdbc()
        .queryForObject("select consecutive_failures from evergreen_scheduled_task", Integer.class);
  }

  private ManualScheduler node(Job... jobs) {
    ManualScheduler node =
        TestHelper.createManualScheduler(DATABASE.dataSource(), List.of())
            .tableName("evergreen_scheduled_task")
            .clock(wallClock)
            .startTasks(JobScheduler.tasks(Stream.of(jobs).map(NodeJob::new).toList()))
            .build();
    node.start();
    return node;
  }

  private void sweep() {
    if (broken.get()) {
      throw new IllegalStateException("the host is down");
    }
    runs.incrementAndGet();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
