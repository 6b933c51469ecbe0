package org.evergreen.benchmark.scale;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints how long renewals wait in shops of several sizes. The speeds of node and database are
 * arguments, so that they can be those that the renewal benchmark has measured.
 */
public final class ScaleReport {

  private static final long SEED = 20260301;
  private static final double STRIPE = 25;
  private static final double RAISED = 100;
  private static final double UNLIMITED = 100_000;

  private record Case(
      String name,
      long subscriptions,
      Calendar calendar,
      double together,
      double limit,
      int nodes) {}

  private static final Logger LOG = LoggerFactory.getLogger(ScaleReport.class);
  private static final String HEAD =
      "| Subscriptions | Due | Together | Gateway /s | Nodes | Peak hour /s | Limit"
          + " | Waits p50 | p99 | Longest | Most waiting |\n|---|---|---|---|---|---|---|---|---|---|---|\n";

  private final double nodeSpeed;
  private final double databaseSpeed;

  private ScaleReport(double nodeSpeed, double databaseSpeed) {
    this.nodeSpeed = nodeSpeed;
    this.databaseSpeed = databaseSpeed;
  }

  /**
   * Logs a table.
   *
   * @param arguments renewals a second of one node, and of the database with any number of nodes
   */
  public static void main(String[] arguments) {
    ScaleReport report =
        new ScaleReport(Double.parseDouble(arguments[0]), Double.parseDouble(arguments[1]));
    LOG.info(
        "A month of monthly subscriptions, charges of 200 ms, 64 in flight on a node, {} renewals"
            + " a second on a node and {} in the database:\n\n{}",
        arguments[0],
        arguments[1],
        report.table());
  }

  private String table() {
    return HEAD + cases().stream().map(this::row).collect(Collectors.joining());
  }

  private static List<Case> cases() {
    Calendar shop = Calendar.shop();
    Calendar first = Calendar.firstOfTheMonth();
    return List.of(
        new Case("as bought", 1_000_000, shop, 1, STRIPE, 1),
        new Case("first of the month", 1_000_000, first, 1, STRIPE, 1),
        new Case("as bought", 10_000_000, shop, 1, STRIPE, 1),
        new Case("as bought", 10_000_000, shop, 2, STRIPE, 1),
        new Case("first of the month", 10_000_000, first, 1, STRIPE, 1),
        new Case("first of the month", 10_000_000, first, 2, STRIPE, 1),
        new Case("first of the month", 10_000_000, first, 2, RAISED, 1),
        new Case("as bought", 100_000_000, shop, 1, STRIPE, 2),
        new Case("as bought", 100_000_000, shop, 1, RAISED, 2),
        new Case("as bought", 100_000_000, shop, 2, RAISED, 2),
        new Case("first of the month", 100_000_000, first, 2, RAISED, 2),
        new Case("first of the month", 100_000_000, first, 1, UNLIMITED, 2),
        new Case("first of the month", 100_000_000, first, 1, UNLIMITED, 8));
  }

  private String row(Case one) {
    Capacity capacity =
        new Capacity(one.nodes(), 64, 0.2, nodeSpeed, databaseSpeed, one.limit(), one.limit());
    Backlog month =
        new MonthSimulation(one.calendar(), capacity, one.together())
            .run(one.subscriptions(), SEED);
    double left = month.size() / (month.size() + month.made());
    return String.format(
        "| %,d | %s | %.1f | %.0f | %d | %.0f | %s | %s | %s | %s | %,.0f%s |%n",
        one.subscriptions(),
        one.name(),
        one.together(),
        one.limit(),
        one.nodes(),
        peak(one) / 60,
        capacity.limit(one.together()),
        time(month.ageInMinutes(0.5)),
        time(month.ageInMinutes(0.99)),
        time(month.ageInMinutes(1)),
        month.largest(),
        left > 0.001 ? String.format(", %.0f %% not made", 100 * left) : "");
  }

  /** Charges that fall due in the fullest minute. */
  private static double peak(Case one) {
    double most = 0;
    for (int minute = 0; minute < one.calendar().minutes(); minute++) {
      most = Math.max(most, one.calendar().share(minute));
    }
    return most * one.subscriptions() / one.together();
  }

  private static String time(int minutes) {
    return minutes < 1
        ? "< 1 min"
        : minutes < 120 ? minutes + " min" : String.format("%.1f h", minutes / 60.0);
  }
}
