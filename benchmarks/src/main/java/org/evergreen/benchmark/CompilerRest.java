package org.evergreen.benchmark;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the Java compiler has done with what came before: a new engine leaves it the code of
 * starting Spring and Hibernate, which is not what is measured.
 */
final class CompilerRest {

  private static final long LOOK_EVERY_MILLIS = 500;
  private static final long BUSY_MILLIS = 25;
  private static final int MOST_LOOKS = 40;

  private CompilerRest() {}

  static void await() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long before = compiler.getTotalCompilationTime();
    for (int look = 0; look < MOST_LOOKS; look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
      long now = compiler.getTotalCompilationTime();
      if (now - before < BUSY_MILLIS) {
        return;
      }
      before = now;
    }
  }
}
