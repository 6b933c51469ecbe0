package org.evergreen.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what happens between two moments.
 *
 * @param seconds by the clock on the wall
 * @param engineCpuMillis processor time of this process
 * @param databaseCpuMillis processor time of the database's processes
 */
record Meter(double seconds, long engineCpuMillis, long databaseCpuMillis) {

  static Meter measure(BenchmarkServer server, Runnable work) {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long databaseBefore = server.cpuMillis();
    long cpuBefore = process.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Meter(
        seconds,
        (process.getProcessCpuTime() - cpuBefore) / 1_000_000,
        server.cpuMillis() - databaseBefore);
  }
}
