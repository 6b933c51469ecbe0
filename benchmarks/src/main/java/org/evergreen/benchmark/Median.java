package org.evergreen.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The middle of several measurements; of an even number, the lower of the two in the middle. */
final class Median {

  private Median() {}

  /** The run of median speed. */
  static Run ofRuns(List<Run> runs) {
    return middle(runs, Comparator.comparingDouble(Run::renewalsPerSecond));
  }

  /** Of the speeds of runs that were made in turn, each compared with its neighbour. */
  static double ofRatios(List<Run> some, List<Run> others) {
    if (some.size() != others.size()) {
      throw new IllegalArgumentException(some.size() + " runs have no pairs in " + others.size());
    }
    List<Double> ratios =
        IntStream.range(0, some.size())
            .mapToObj(i -> some.get(i).renewalsPerSecond() / others.get(i).renewalsPerSecond())
            .toList();
    return middle(ratios, Comparator.naturalOrder());
  }

  private static <T> T middle(List<T> values, Comparator<T> order) {
    List<T> sorted = values.stream().sorted(order).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
