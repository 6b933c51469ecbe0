package org.evergreen.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.renewal.RunReport;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One renewal run that was measured.
 *
 * @param meter time and processor time
 * @param commits transactions that the database committed meanwhile
 * @param charges that the engine made
 */
record Run(Population population, Meter meter, long commits, long charges) {

  static final String DATABASE = "benchmark";

  double renewalsPerSecond() {
    return population.renewals() / meter.seconds();
  }

  double chargesPerRenewal() {
    return (double) charges / population.renewals();
  }

  double commitsPerRenewal() {
    return (double) commits / population.renewals();
  }

  double cpuMillisPerRenewal() {
    return (double) (meter.engineCpuMillis() + meter.databaseCpuMillis()) / population.renewals();
  }

  /** How long the Java compiler was at work meanwhile, by the clock on the wall. */
  double compilerMillisPerRenewal() {
    return (double) meter.compilerMillis() / population.renewals();
  }

  /** What the database wrote ahead of its tables. */
  double walBytesPerRenewal() {
    return (double) meter.walBytes() / population.renewals();
  }

  /** Loads a population and renews what is due of it. */
  static Run ofEngine(
      BenchmarkServer server, Population population, Engine.Setup setup, SandboxBooks books) {
    return ofEngine(server, population, setup, books, work -> work.run());
  }

  /**
   * Loads a population and renews what is due of it.
   *
   * @param around runs the work that is measured
   */
  static Run ofEngine(
      BenchmarkServer server,
      Population population,
      Engine.Setup setup,
      SandboxBooks books,
      Consumer<Runnable> around) {
    prepare(server, population);
    try (Engine engine = new Engine(server.url(DATABASE), setup, books)) {
      CompilerRest.await();
      long before = commitsWithoutConnections(server, engine::disconnect);
      RunReport[] report = new RunReport[1];
      Meter meter = Meter.measure(server, () -> around.accept(() -> report[0] = engine.renew()));
      long commits = commitsWithoutConnections(server, engine::disconnect) - before;
      Truth.require(server.url(DATABASE), population, books);
      return new Run(population, meter, commits, report[0].charges());
    }
  }

  /** Loads a population and writes the rows that its renewal writes, without an engine. */
  static Run ofFloor(BenchmarkServer server, Population population, int workers) {
    prepare(server, population);
    long before = server.commits(DATABASE);
    Floor floor = new Floor(server.url(DATABASE), population, workers);
    Meter meter = Meter.measure(server, floor::write);
    long commits = commitsWithoutConnections(server, () -> {}) - before;
    return new Run(population, meter, commits, population.renewals() / population.duePerCustomer());
  }

  /** Loads a population into a database of its own. */
  static String prepare(BenchmarkServer server, Population population) {
    server.create(DATABASE);
    try (HikariDataSource pool = server.pool(DATABASE, 1)) {
      population.load(new JdbcTemplate(pool));
    }
    commitsWithoutConnections(server, () -> {});
    server.settle();
    return server.url(DATABASE);
  }

  /** A connection's commits are counted when it is closed. */
  private static long commitsWithoutConnections(BenchmarkServer server, Runnable disconnect) {
    disconnect.run();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (server.connections(DATABASE) > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      disconnect.run();
    }
    return server.commits(DATABASE);
  }
}
