package org.evergreen.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what happens between two moments.
 *
 * @param seconds by the clock on the wall
 * @param engineCpuMillis processor time of this process
 * @param databaseCpuMillis processor time of the database's processes
 * @param compilerMillis that the Java compiler was at work, by the clock on the wall
 * @param walBytes that the database wrote ahead of its tables
 */
record Meter(
    double seconds,
    long engineCpuMillis,
    long databaseCpuMillis,
    long compilerMillis,
    long walBytes) {

  static Meter measure(BenchmarkServer server, Runnable work) {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    long compiledBefore = compiler.getTotalCompilationTime();
    long walBefore = server.walBytes();
    long databaseBefore = server.cpuMillis();
    long cpuBefore = process.getProcessCpuTime();
    long start = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Meter(
        seconds,
        (process.getProcessCpuTime() - cpuBefore) / 1_000_000,
        server.cpuMillis() - databaseBefore,
        compiler.getTotalCompilationTime() - compiledBefore,
        server.walBytes() - walBefore);
  }
}
