package org.evergreen.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.evergreen.jobs.Job.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads with which a node joins in the jobs of {@link Reach#EVERY_NODE} when it is another's
 * turn. They leave no trace in the table of jobs: what is in the database must get done by the one
 * whose turn it is, and is done sooner by these.
 */
final class Helpers {

  private static final Logger LOG = LoggerFactory.getLogger(Helpers.class);

  private final ScheduledExecutorService threads;

  private Helpers(ScheduledExecutorService threads) {
    this.threads = threads;
  }

  static Helpers start(List<NodeJob> jobs) {
    List<NodeJob> shared =
        jobs.stream().filter(job -> job.job().reach() == Reach.EVERY_NODE).toList();
    ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(Math.max(1, shared.size()), Helpers::thread);
    for (NodeJob job : shared) {
      long pause = job.job().pause().toMillis();
      threads.scheduleWithFixedDelay(job::join, pause, pause, TimeUnit.MILLISECONDS);
    }
    return new Helpers(threads);
  }

  /** Begins nothing more. */
  void stop() {
    threads.shutdown();
  }

  /** Waits for what is under way; what takes longer is left as if the process had been killed. */
  void await(Duration limit) {
    try {
      if (!threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A shared job was still running after {} and is left to other nodes", limit);
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evergreen-helper");
    thread.setDaemon(true);
    return thread;
  }
}
