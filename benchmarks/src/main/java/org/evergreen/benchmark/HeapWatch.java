package org.evergreen.benchmark;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Finds the most memory that is really in use while something runs: after garbage collections. */
final class HeapWatch {

  private static final long MILLIS_BETWEEN_LOOKS = 300;

  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long peak;

  /** Runs the work and remembers the peak. */
  void around(Runnable work) {
    Thread watcher = new Thread(this::watch, "heap-watch");
    watcher.start();
    try {
      work.run();
    } finally {
      over.countDown();
      join(watcher);
    }
  }

  private void watch() {
    try {
      do {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        peak = Math.max(peak, used);
      } while (!over.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread watcher) {
    try {
      watcher.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  double peakMegabytes() {
    return peak / (1024.0 * 1024.0);
  }
}
