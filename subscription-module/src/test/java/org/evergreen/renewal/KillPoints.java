package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The places at which a process may die: before and after each transaction and outside call. */
final class KillPoints {

  private final List<String> passed = new ArrayList<>();
  private int fatal = -1;

  /** Dies at the n-th place from now on, counted from 0. */
  synchronized void killAt(int place) {
    passed.clear();
    fatal = place;
  }

  /** Lives on. */
  synchronized void spare() {
    killAt(-1);
  }

  /** The places that were passed since the last {@link #killAt} or {@link #spare}. */
  synchronized List<String> passed() {
    return List.copyOf(passed);
  }

  <T> T around(String step, Supplier<T> action) {
    pass("before " + step);
    T result = action.get();
    pass("after " + step);
    return result;
  }

  private synchronized void pass(String place) {
    passed.add(place);
    if (passed.size() - 1 == fatal) {
      throw new Killed(place);
    }
  }
}
