package org.evergreen.benchmark.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

/** Charges that are due and not made yet, oldest first, and how old each was when it was made. */
final class Backlog {

  private static final class Cohort {
    private final int minute;
    private double charges;

    private Cohort(int minute, double charges) {
      this.minute = minute;
      this.charges = charges;
    }
  }

  private final Deque<Cohort> waiting = new ArrayDeque<>();
  private final TreeMap<Integer, Double> madeByAge = new TreeMap<>();
  private double size;
  private double made;
  private double largest;

  void add(int minute, double charges) {
    if (charges > 0) {
      waiting.add(new Cohort(minute, charges));
      size += charges;
      largest = Math.max(largest, size);
    }
  }

  /** Makes the oldest of them. */
  void make(int minute, double charges) {
    double left = Math.min(charges, size);
    size -= left;
    made += left;
    while (left > 0 && !waiting.isEmpty()) {
      Cohort oldest = waiting.peek();
      double now = Math.min(left, oldest.charges);
      madeByAge.merge(minute - oldest.minute, now, Double::sum);
      oldest.charges -= now;
      left -= now;
      if (oldest.charges <= 0) {
        waiting.remove();
      }
    }
  }

  double size() {
    return size;
  }

  double made() {
    return made;
  }

  /** The most that waited at any time. */
  double largest() {
    return largest;
  }

  /**
   * How many minutes after it was due the given part of the charges was made, at the latest.
   *
   * @param part for example 0.99
   */
  int ageInMinutes(double part) {
    double wanted = part * made;
    double sum = 0;
    for (var age : madeByAge.entrySet()) {
      sum += age.getValue();
      if (sum >= wanted * (1 - 1e-12)) {
        return age.getKey();
      }
    }
    return madeByAge.isEmpty() ? 0 : madeByAge.lastKey();
  }
}
