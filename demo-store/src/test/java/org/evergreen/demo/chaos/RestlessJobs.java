package org.evergreen.demo.chaos;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.evergreen.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every job of the store over and over, each on a thread of its own, on every node at the same
 * time: days of work in seconds, and more quarrel between nodes than the scheduler allows.
 */
final class RestlessJobs {

  private static final Logger LOG = LoggerFactory.getLogger(RestlessJobs.class);
  private static final Duration PAUSE = Duration.ofMillis(150);

  private volatile boolean on;

  RestlessJobs(List<Job> jobs) {
    for (Job job : jobs) {
      Thread thread = new Thread(() -> run(job), "chaos-" + job.name());
      thread.setDaemon(true);
      thread.start();
    }
  }

  void turn(boolean on) {
    this.on = on;
  }

  private void run(Job job) {
    while (!Thread.currentThread().isInterrupted()) {
      if (on) {
        runOnce(job);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void runOnce(Job job) {
    try {
      job.work().run();
    } catch (RuntimeException failure) {
      LOG.warn("Job {} failed", job.name(), failure);
    }
  }
}
