package org.evergreen.demo.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What goes wrong in a round, decided by the seed alone.
 *
 * @param seed of everything that is left to chance within the round
 * @param faultRate the part of requests to the gateway that go wrong, 0 to 1
 * @param passes when a process has drawn a step, the pass at which it is killed there
 * @param randomKills after how long a process is killed, whatever it is doing
 * @param databaseCrash after how long the database is killed, if it is
 * @param storm how long things go wrong
 * @param pace how far the clock goes in the storm each time the test looks around
 */
record RoundPlan(
    long seed,
    double faultRate,
    List<Integer> passes,
    List<Duration> randomKills,
    Optional<Duration> databaseCrash,
    Duration storm,
    Duration pace) {

  private static final double[] FAULT_RATES = {0, 0.1, 0.3, 0.6};
  private static final int STORM_MILLIS = 1500;
  private static final int CRASH_EVERY = 8;

  static RoundPlan of(long seed, int round, int stores) {
    Random chance = new Random(seed * 1_000_003L + round);
    List<Integer> passes = new ArrayList<>();
    for (int store = 0; store < stores; store++) {
      passes.add(chance.nextInt(4) == 0 ? 2 : 1);
    }
    List<Duration> randomKills = new ArrayList<>();
    if (chance.nextInt(3) == 0) {
      randomKills.add(Duration.ofMillis(chance.nextInt(STORM_MILLIS)));
    }
    boolean crashes = chance.nextInt(CRASH_EVERY) == 0;
    Duration crash = Duration.ofMillis(chance.nextInt(STORM_MILLIS));
    return new RoundPlan(
        chance.nextLong(),
        FAULT_RATES[chance.nextInt(FAULT_RATES.length)],
        passes,
        randomKills,
        crashes ? Optional.of(crash) : Optional.empty(),
        Duration.ofMillis(STORM_MILLIS + chance.nextInt(1000)),
        Duration.ofSeconds(1 + chance.nextInt(30)));
  }

  /** The same without any fault. */
  RoundPlan inPeace() {
    return new RoundPlan(seed, 0, List.of(), List.of(), Optional.empty(), storm, pace);
  }
}
