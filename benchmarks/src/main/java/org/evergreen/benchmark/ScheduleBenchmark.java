package org.evergreen.benchmark;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to work out when payments are due. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScheduleBenchmark {

  private static final Instant NOW = Instant.parse("2046-03-01T12:00:00Z");

  @Param({"DAY", "MONTH", "YEAR"})
  IntervalUnit unit;

  @Benchmark
  public Instant nextPayment() {
    return schedule().payment(13);
  }

  @Benchmark
  public int currentCycleAfterTwentyYears() {
    return schedule().currentCycle(1, NOW);
  }

  @Benchmark
  public List<Instant> nextFivePayments() {
    return schedule().preview(13, 5);
  }

  private Schedule schedule() {
    return new Schedule(
        LocalDateTime.of(2026, 1, 31, 2, 30),
        new BillingInterval(1, unit),
        ZoneId.of("America/Chicago"));
  }
}
