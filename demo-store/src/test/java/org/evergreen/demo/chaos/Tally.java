package org.evergreen.demo.chaos;

import java.util.Map;
import java.util.TreeMap;

/** Counts what the test has done to the shop. */
final class Tally {

  private final Map<String, Integer> kills = new TreeMap<>();
  private final Map<String, Integer> faults = new TreeMap<>();
  private int databaseCrashes;

  synchronized void kill(String where) {
    kills.merge(where, 1, Integer::sum);
  }

  synchronized void fault(String what) {
    faults.merge(what, 1, Integer::sum);
  }

  synchronized void databaseCrash() {
    databaseCrashes++;
  }

  /** Processes killed, by the step at which they were. */
  synchronized Map<String, Integer> kills() {
    return Map.copyOf(kills);
  }

  /** Requests to the gateway that went wrong, by how. */
  synchronized Map<String, Integer> faults() {
    return Map.copyOf(faults);
  }

  synchronized int databaseCrashes() {
    return databaseCrashes;
  }
}
