package org.evergreen.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.payment.sandbox.InMemorySandboxBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the renewal run on a durable PostgreSQL against a sandbox gateway; see {@code
 * docs/07-benchmarks.md} for what each figure means.
 */
public final class RenewalBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(RenewalBenchmark.class);

  private static final Duration LATENCY = Duration.ofMillis(200);
  private static final int IN_FLIGHT = 64;
  private static final int WARM_UPS = 5;

  private final BenchmarkServer server;
  private final Sizes sizes;
  private final Figures figures = new Figures();

  private RenewalBenchmark(BenchmarkServer server, Sizes sizes) {
    this.server = server;
    this.sizes = sizes;
  }

  /**
   * Runs everything and writes the figures.
   *
   * @param arguments file for the figures
   */
  public static void main(String[] arguments) throws IOException {
    Sizes sizes = Sizes.fromProperties();
    long start = System.nanoTime();
    try (BenchmarkServer server = BenchmarkServer.start()) {
      RenewalBenchmark benchmark = new RenewalBenchmark(server, sizes);
      benchmark.measure();
      benchmark.figures.keep("minutes", (System.nanoTime() - start) / 60e9);
      LOG.info("Measured:\n\n{}", benchmark.figures.table());
      benchmark.figures.write(Path.of(arguments[0]));
      LOG.info("Written to {}", arguments[0]);
    }
  }

  private void measure() {
    describe();
    warmUp();
    Run one = speed();
    groups(one);
    latency(one);
    time();
    heap();
    processes();
  }

  private void describe() {
    Map<String, Object> size = new LinkedHashMap<>();
    size.put("active", sizes.active());
    size.put("due", sizes.due());
    size.put("latencyDue", sizes.latencyDue());
    size.put("repeats", sizes.repeats());
    size.put("growthFactor", Sizes.GROWTH);
    figures.keep("sizes", size);
    figures.keep("database", server.settings());
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("java", System.getProperty("java.vendor") + " " + Runtime.version());
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    figures.keep("machine", machine);
    LOG.info("{}, database {}", sizes, server.settings());
  }

  /** Until the Java compiler has little left to do, as in a process that has run for a while. */
  private void warmUp() {
    LOG.info("Warming up");
    Population little = new Population(6_000, 6_000, 1);
    for (int i = 0; i < WARM_UPS; i++) {
      engine(little, Engine.Setup.NO_LATENCY);
    }
    Run.ofFloor(server, little, Engine.Setup.NO_LATENCY.workers());
  }

  private Run speed() {
    List<Run> engines = new ArrayList<>();
    List<Run> floors = new ArrayList<>();
    for (int i = 0; i < sizes.repeats(); i++) {
      LOG.info("Renewing, one due for each customer, gateway without latency");
      engines.add(i == 0 ? counted() : usual());
      LOG.info("Writing the same rows without an engine");
      floors.add(Run.ofFloor(server, sizes.population(1), Engine.Setup.NO_LATENCY.workers()));
    }
    Run engine = Median.ofRuns(engines);
    Run floor = Median.ofRuns(floors);
    figures.keep("floorCommitsPerRenewal", floor.commitsPerRenewal());
    figures.keep("floorCpuMillisPerRenewal", floor.cpuMillisPerRenewal());
    figures.keep("floorWalBytesPerRenewal", floor.walBytesPerRenewal());
    show("renewalsPerSecond", engine.renewalsPerSecond(), "renewals per second, latency 0", "%.0f");
    show("floorPerSecond", floor.renewalsPerSecond(), "the same rows without an engine", "%.0f");
    figures.show(
        "ratioToFloor", Median.ofRatios(engines, floors), "ratio to that floor", "%.2f", ">= 0.60");
    cost(engine);
    return engine;
  }

  /** A run whose statements are shown, when that is wanted. */
  private Run counted() {
    Population population = sizes.population(1);
    if (!Statements.areWanted()) {
      return usual();
    }
    Run run =
        Run.ofEngine(
            server,
            population,
            Engine.Setup.NO_LATENCY,
            new InMemorySandboxBooks(),
            work -> {
              server.statements().reset();
              work.run();
            });
    LOG.info("Statements:\n\n{}", server.statements().table(Run.DATABASE, population.renewals()));
    return run;
  }

  private void cost(Run run) {
    figures.keep("compilerMillisPerRenewal", run.compilerMillisPerRenewal());
    figures.keep("walBytesPerRenewal", run.walBytesPerRenewal());
    figures.keep(
        "engineCpuMillisPerRenewal",
        (double) run.meter().engineCpuMillis() / run.population().renewals());
    figures.show(
        "cpuMillisPerRenewal",
        run.cpuMillisPerRenewal(),
        "processor time per renewal, engine and database, ms",
        "%.2f",
        "<= 1");
    figures.show("chargesPerRenewal", run.chargesPerRenewal(), "charges per renewal", "%.4f", "1");
    figures.show(
        "commitsPerRenewal", run.commitsPerRenewal(), "commits per renewal", "%.4f", "<= 0.1");
  }

  /** A figure that is compared with others and has no bar of its own. */
  private void show(String field, double value, String name, String format) {
    figures.show(field, value, name, format, "");
  }

  private void groups(Run one) {
    List<Map<String, Object>> groups = new ArrayList<>();
    groups.add(summary(one));
    for (int each = 2; each <= 3; each++) {
      LOG.info("Renewing, {} due for each customer", each);
      Run run = engine(sizes.population(each), Engine.Setup.NO_LATENCY);
      groups.add(summary(run));
      show(
          "renewalsPerSecondWith" + each + "PerCustomer",
          run.renewalsPerSecond(),
          "renewals per second, " + each + " due per customer",
          "%.0f");
      figures.show(
          "chargesPerRenewalWith" + each + "PerCustomer",
          run.chargesPerRenewal(),
          "charges per renewal, " + each + " due per customer",
          "%.4f",
          String.format("%.4f", 1.0 / each));
    }
    figures.keep("byDuePerCustomer", groups);
  }

  private static Map<String, Object> summary(Run run) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("duePerCustomer", run.population().duePerCustomer());
    summary.put("renewalsPerSecond", Figures.rounded(run.renewalsPerSecond()));
    summary.put("chargesPerRenewal", Figures.rounded(run.chargesPerRenewal()));
    summary.put("commitsPerRenewal", Figures.rounded(run.commitsPerRenewal()));
    summary.put("cpuMillisPerRenewal", Figures.rounded(run.cpuMillisPerRenewal()));
    return summary;
  }

  private void latency(Run one) {
    LOG.info("Renewing against a gateway that takes 200 ms, 64 in flight");
    Run run = engine(sizes.slow(), new Engine.Setup(LATENCY, IN_FLIGHT, 3));
    double possible = IN_FLIGHT / (LATENCY.toMillis() / 1000.0) / run.chargesPerRenewal();
    double bar = 0.9 * Math.min(one.renewalsPerSecond(), possible);
    figures.show(
        "latency200RenewalsPerSecond",
        run.renewalsPerSecond(),
        "renewals per second, gateway latency 200 ms, 64 in flight",
        "%.0f",
        String.format(">= %.0f", bar));
  }

  private void time() {
    LOG.info("Renewing as many among ten times as many subscriptions");
    List<Run> few = new ArrayList<>();
    List<Run> many = new ArrayList<>();
    for (int i = 0; i < sizes.repeats(); i++) {
      few.add(usual());
      many.add(engine(sizes.tenTimesActive(), Engine.Setup.NO_LATENCY));
    }
    figures.show(
        "timeGrowth",
        Median.ofRatios(few, many),
        "time per due renewal among ten times as many, relative",
        "%.2f",
        "0.90 to 1.10");
  }

  private void heap() {
    LOG.info("Renewing ten times as many, watching the heap");
    double little = peak(sizes.allDue());
    double much = peak(sizes.tenTimesDue());
    figures.keep("heapMegabytes", Figures.rounded(little));
    figures.keep("heapMegabytesTenTimesDue", Figures.rounded(much));
    figures.show(
        "heapGrowth",
        much / little,
        "peak heap with ten times as many due, relative",
        "%.2f",
        "0.90 to 1.10");
  }

  private double peak(Population population) {
    HeapWatch watch = new HeapWatch();
    Run.ofEngine(server, population, Engine.Setup.NO_LATENCY, new ForgetfulBooks(), watch::around);
    return watch.peakMegabytes();
  }

  private void processes() {
    LOG.info("Renewing with one process, then with two");
    Engine.Setup slow = new Engine.Setup(LATENCY, 16, 2);
    figures.show(
        "twoProcessSpeedup",
        speedup(sizes.slow(), slow),
        "two processes against one, gateway latency 200 ms, 16 in flight",
        "%.2f",
        ">= 1.5");
    figures.show(
        "twoProcessSpeedupWithoutLatency",
        speedup(sizes.population(1), Engine.Setup.NO_LATENCY),
        "two processes against one, gateway latency 0",
        "%.2f",
        "processors and disk are the limit");
  }

  private double speedup(Population population, Engine.Setup setup) {
    return seconds(1, population, setup) / seconds(2, population, setup);
  }

  private double seconds(int processes, Population population, Engine.Setup setup) {
    String url = Run.prepare(server, population);
    Processes.Result result = Processes.run(processes, url, setup);
    Truth.require(url, population, new ForgetfulBooks());
    if (result.charges() != population.renewals()) {
      throw new IllegalStateException(
          processes + " processes asked the gateway for " + result.charges() + " charges");
    }
    return result.seconds();
  }

  private Run usual() {
    return engine(sizes.population(1), Engine.Setup.NO_LATENCY);
  }

  private Run engine(Population population, Engine.Setup setup) {
    return Run.ofEngine(server, population, setup, new InMemorySandboxBooks());
  }
}
