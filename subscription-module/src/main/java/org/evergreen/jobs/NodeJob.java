package org.evergreen.jobs;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job as one node runs it: once at a time, and a failure is a line in the log. */
final class NodeJob {

  private static final Logger LOG = LoggerFactory.getLogger(NodeJob.class);

  private final Job job;
  private final ReentrantLock running = new ReentrantLock();

  NodeJob(Job job) {
    this.job = job;
  }

  Job job() {
    return job;
  }

  /** Because it is this node's turn: waits for a run that is under way, and tells of a failure. */
  void run() {
    running.lock();
    try {
      ids().run(this::runLogged);
    } finally {
      running.unlock();
    }
  }

  /** Because other nodes may want help: not when a run is under way, and whatever comes of it. */
  void join() {
    if (!running.tryLock()) {
      return;
    }
    try {
      ids().run(this::runLogged);
    } catch (RuntimeException | Error logged) {
      // In the log already, and thrown on it would end all further runs of this thread. The job is
      // joined again after the pause, and run by the node whose turn it is.
      LOG.trace("Job {}", job.name(), logged);
    } finally {
      running.unlock();
    }
  }

  private LogIds ids() {
    String run = UUID.randomUUID().toString().substring(0, 8);
    return LogIds.of(LogId.JOB, job.name()).and(LogId.JOB_RUN, run);
  }

  private void runLogged() {
    try {
      job.work().run();
    } catch (RuntimeException | Error e) {
      LOG.error("Job {} failed and runs again in {}: {}", job.name(), job.pause(), e.toString());
      LOG.debug("Job {}", job.name(), e);
      throw e;
    }
  }
}
