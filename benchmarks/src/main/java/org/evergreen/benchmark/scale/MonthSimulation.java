package org.evergreen.benchmark.scale;

import java.util.Random;

/**
 * A month of renewals, minute by minute: charges fall due by the calendar with some chance in it,
 * and are made oldest first, as fast as nodes, database and gateway allow. Nothing else is
 * modelled: no declines, no other traffic at the gateway. The same seed gives the same month.
 */
final class MonthSimulation {

  private static final int SECONDS = 60;

  private final Calendar calendar;
  private final Capacity capacity;
  private final double renewalsPerCharge;

  /**
   * Prepares a month.
   *
   * @param renewalsPerCharge how many renewals are paid together, on average
   */
  MonthSimulation(Calendar calendar, Capacity capacity, double renewalsPerCharge) {
    this.calendar = calendar;
    this.capacity = capacity;
    this.renewalsPerCharge = renewalsPerCharge;
  }

  /** What became of the renewals of so many monthly subscriptions; what waits is in it too. */
  Backlog run(long subscriptions, long seed) {
    Random random = new Random(seed);
    TokenBucket gateway = new TokenBucket(capacity.gatewayChargesPerSecond(), capacity.burst());
    Backlog backlog = new Backlog();
    double monthly = subscriptions / renewalsPerCharge;
    double most = capacity.chargesPerSecond(renewalsPerCharge) * SECONDS;
    for (int minute = 0; minute < calendar.minutes(); minute++) {
      backlog.add(minute, arrivals(monthly * calendar.share(minute), random));
      backlog.make(minute, gateway.take(Math.min(most, backlog.size()), SECONDS));
    }
    return backlog;
  }

  /** A Poisson number; for large means the normal distribution, which is as good. */
  static long arrivals(double mean, Random random) {
    if (mean > 50) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    long count = 0;
    for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
