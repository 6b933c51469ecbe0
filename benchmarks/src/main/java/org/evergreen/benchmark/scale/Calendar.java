package org.evergreen.benchmark.scale;

import java.util.stream.IntStream;

/**
 * When in a month renewals fall due: more on some days, more at some hours, as people bought them.
 *
 * @param days weight of each of the month's days
 * @param hours weight of each hour of a day
 */
record Calendar(double[] days, double[] hours) {

  static final int DAYS = 30;
  private static final int HOURS = 24;
  private static final int MINUTES = 60;
  static final int MINUTES_OF_A_DAY = HOURS * MINUTES;

  /** The same at every minute. */
  static Calendar even() {
    return new Calendar(
        IntStream.range(0, DAYS).mapToDouble(day -> 1).toArray(),
        IntStream.range(0, HOURS).mapToDouble(hour -> 1).toArray());
  }

  /**
   * A shop in one time zone: three times as many on the first of the month, half as many again on
   * the fifteenth, few at night and most in the evening.
   */
  static Calendar shop() {
    double[] days = IntStream.range(0, DAYS).mapToDouble(day -> 1).toArray();
    days[0] = 3;
    days[14] = 1.5;
    double[] hours = {
      1, 0.6, 0.4, 0.3, 0.3, 0.4, 0.8, 1.4, 2, 2.4, 2.6, 2.8, 3, 2.8, 2.6, 2.6, 2.8, 3, 3.4, 4, 4.4,
      4, 3, 1.8
    };
    return new Calendar(days, hours);
  }

  /** Everything on the first of the month, as in a shop whose plans are aligned to it. */
  static Calendar firstOfTheMonth() {
    double[] days = new double[DAYS];
    days[0] = 1;
    return new Calendar(days, shop().hours());
  }

  int minutes() {
    return DAYS * MINUTES_OF_A_DAY;
  }

  /** The part of a month's renewals that falls due in a minute, counted from the month's first. */
  double share(int minute) {
    double day = days[minute / MINUTES_OF_A_DAY] / sum(days);
    double hour = hours[minute % MINUTES_OF_A_DAY / MINUTES] / sum(hours);
    return day * hour / MINUTES;
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
