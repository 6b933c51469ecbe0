package org.evergreen.broadleaf;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Broadleaf's keys are numbers; the engine keeps keys as text. */
public final class Keys {

  private Keys() {}

  /** The number that a text stands for, empty when Broadleaf has no such keys. */
  public static OptionalLong number(String key) {
    return key.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(key)) : OptionalLong.empty();
  }

  /** The numbers of all keys that are numbers, each once. */
  public static <T> List<Long> numbers(Collection<T> keys, Function<T, String> text) {
    return keys.stream()
        .map(text)
        .map(Keys::number)
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .distinct()
        .toList();
  }
}
