package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The places at which a process may die, or something may happen elsewhere: before and after each
 * transaction and each call of gateway and host.
 */
final class KillPoints {

  private record Occurrence(String place, int number) {}

  private final List<String> passed = new ArrayList<>();
  private final Map<Integer, Runnable> byIndex = new HashMap<>();
  private final Map<Occurrence, Runnable> byName = new HashMap<>();

  /** Forgets what was passed and what is to happen. */
  synchronized void spare() {
    passed.clear();
    byIndex.clear();
    byName.clear();
  }

  /** Dies at a place, counted from 0 from now on. */
  synchronized void killAt(int index) {
    spare();
    byIndex.put(
        index,
        () -> {
          throw new Killed("at place " + index);
        });
  }

  /**
   * Lets something happen elsewhere when a step is over.
   *
   * @param occurrence counted from 1 from now on
   */
  synchronized void after(String step, int occurrence, Runnable happening) {
    spare();
    byName.put(new Occurrence("after " + step, occurrence), happening);
  }

  /** The places that were passed since the last call of another method. */
  synchronized List<String> passed() {
    return List.copyOf(passed);
  }

  <T> T around(String step, Supplier<T> action) {
    happening("before " + step).ifPresent(Runnable::run);
    T result = action.get();
    happening("after " + step).ifPresent(Runnable::run);
    return result;
  }

  private synchronized Optional<Runnable> happening(String place) {
    passed.add(place);
    Runnable named = byName.remove(new Occurrence(place, Collections.frequency(passed, place)));
    return Optional.ofNullable(byIndex.remove(passed.size() - 1))
        .or(() -> Optional.ofNullable(named));
  }
}
