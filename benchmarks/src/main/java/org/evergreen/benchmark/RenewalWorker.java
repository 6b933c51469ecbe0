package org.evergreen.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import org.evergreen.renewal.RunReport;

/**
 * A process that renews what is due when it is told to: says {@code READY}, waits for a line, runs,
 * and says how many charges it made.
 */
public final class RenewalWorker {

  private RenewalWorker() {}

  /**
   * Runs once.
   *
   * @param arguments JDBC address, milliseconds of latency, charges in flight, workers
   */
  public static void main(String[] arguments) throws IOException {
    Engine.Setup setup =
        new Engine.Setup(
            Duration.ofMillis(Long.parseLong(arguments[1])),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    try (Engine engine = new Engine(arguments[0], setup, new ForgetfulBooks())) {
      System.out.println("READY");
      new BufferedReader(new InputStreamReader(System.in)).readLine();
      RunReport report = engine.renew();
      System.out.println("DONE " + report.charges());
    }
  }
}
