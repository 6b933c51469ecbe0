package org.evergreen.benchmark;

/**
 * How much is measured.
 *
 * @param active subscriptions in the database
 * @param due of them that are due
 * @param latencyDue renewals in the runs against a slow gateway
 * @param repeats how often it is measured what is compared, in turn; medians count
 */
record Sizes(int active, int due, int latencyDue, int repeats) {

  /** What N is multiplied by to see what grows with it. */
  static final int GROWTH = 10;

  private static final Sizes DEFAULT = new Sizes(100_000, 20_000, 6_400, 3);
  private static final Sizes SHORT = new Sizes(10_000, 3_000, 1_280, 3);

  /** From the properties {@code benchmark.short}, {@code benchmark.active}, and so on. */
  static Sizes fromProperties() {
    Sizes usual = Boolean.getBoolean("benchmark.short") ? SHORT : DEFAULT;
    Sizes sizes =
        new Sizes(
            number("benchmark.active", usual.active),
            number("benchmark.due", usual.due),
            number("benchmark.latencyDue", usual.latencyDue),
            number("benchmark.repeats", usual.repeats));
    if (sizes.due > sizes.active || sizes.latencyDue > sizes.active) {
      throw new IllegalArgumentException("More cannot be due than there is: " + sizes);
    }
    if (sizes.repeats < 1) {
      throw new IllegalArgumentException("Nothing is measured: " + sizes);
    }
    return sizes;
  }

  private static int number(String property, int usual) {
    String value = System.getProperty(property, "");
    return value.isBlank() ? usual : Integer.parseInt(value.strip());
  }

  Population population(int duePerCustomer) {
    return new Population(active, due, duePerCustomer);
  }

  /** Everything is due, as many as usual. */
  Population allDue() {
    return new Population(due, due, 1);
  }

  /** Everything is due, ten times as many. */
  Population tenTimesDue() {
    return new Population(due * GROWTH, due * GROWTH, 1);
  }

  /** As many due as usual among ten times as many. */
  Population tenTimesActive() {
    return new Population(active * GROWTH, due, 1);
  }

  Population slow() {
    return new Population(active, latencyDue, 1);
  }
}
