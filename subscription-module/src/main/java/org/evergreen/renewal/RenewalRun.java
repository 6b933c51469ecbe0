package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.evergreen.installation.ChargingPermission;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The renewal run: everything that is due is charged once. */
public class RenewalRun {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalRun.class);

  /** Batches in a row that find work but can do none, before a worker waits for the next run. */
  private static final int PATIENCE = 3;

  private final TryParkedAgain parked;
  private final RenewalBatch batch;
  private final RenewalSettings settings;
  private final ChargingPermission permission;

  RenewalRun(
      TryParkedAgain parked,
      RenewalBatch batch,
      RenewalSettings settings,
      ChargingPermission permission) {
    this.parked = parked;
    this.batch = batch;
    this.settings = settings;
    this.permission = permission;
  }

  /**
   * Renews batch after batch until nothing is due. May run on several nodes at once and may be
   * killed at any point; the next run and {@link RenewalRecovery} finish what was begun. In a copy
   * of the shop nothing is renewed.
   */
  public RunReport runDue() {
    if (!permission.granted()) {
      return RunReport.none();
    }
    parked.bringBack();
    String run = UUID.randomUUID().toString();
    ExecutorService threads = Executors.newFixedThreadPool(settings.workers(), RenewalRun::thread);
    try {
      List<Callable<RunReport>> workers = new ArrayList<>();
      for (int worker = 1; worker <= settings.workers(); worker++) {
        String owner = run + "-" + worker;
        LogIds ids = LogIds.current().and(LogId.LEASE_OWNER, owner);
        workers.add(() -> ids.call(() -> work(owner)));
      }
      return sum(threads.invokeAll(workers));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "The renewal run was stopped; the next one goes on", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private RunReport work(String owner) {
    RunReport report = RunReport.none();
    int stuck = 0;
    RenewalBatch.Outcome outcome = batch.renew(owner);
    while (!outcome.isEmpty()) {
      report = report.plus(outcome.report());
      stuck = outcome.isStuck() ? stuck + 1 : 0;
      if (stuck == PATIENCE) {
        // It passes when others hold them; the age of the backlog tells when it does not.
        LOG.warn(
            "{} accounts are due, but nothing can be done for them; the next run tries again",
            outcome.dueAgain());
        return report;
      }
      outcome = batch.renew(owner);
    }
    return report;
  }

  private static RunReport sum(List<Future<RunReport>> workers) throws InterruptedException {
    RunReport report = RunReport.none();
    Throwable failure = null;
    for (Future<RunReport> worker : workers) {
      try {
        report = report.plus(worker.get());
      } catch (ExecutionException broken) {
        failure = broken.getCause();
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    return report;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evergreen-renewals");
    thread.setDaemon(true);
    return thread;
  }
}
