package org.evergreen.demo.chaos;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.evergreen.log.LogId;
import org.slf4j.MDC;

/** Holds a thread at a step until the process is killed there. */
final class KillPoints {

  /** In case that the test has changed its mind. */
  private static final Duration LONGEST_HOLD = Duration.ofSeconds(20);

  private static final String NO_WORKER = "-";

  private final Map<Step, AtomicInteger> armed = new ConcurrentHashMap<>();

  /** The process is held when it passes a step for the n-th time from now. */
  void arm(Step step, int pass) {
    armed.put(step, new AtomicInteger(pass));
  }

  void disarm() {
    armed.clear();
  }

  void pass(Step step) {
    AtomicInteger left = armed.get(step);
    if (left != null && left.decrementAndGet() == 0) {
      hold(step);
    }
  }

  private void hold(Step step) {
    String worker = MDC.get(LogId.LEASE_OWNER.field());
    Harness.tell("at", step.name(), worker == null ? NO_WORKER : worker);
    long end = System.nanoTime() + LONGEST_HOLD.toNanos();
    while (System.nanoTime() < end && armed.containsKey(step)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
