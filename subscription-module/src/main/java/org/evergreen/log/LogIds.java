package org.evergreen.log;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Ids under which a piece of work is done: every line that it logs carries them, whichever class
 * writes it. Kept in SLF4J's mapped diagnostic context, from which hosts' encoders and patterns
 * read them.
 */
public final class LogIds {

  private final Map<LogId, String> values;

  private LogIds(Map<LogId, String> values) {
    this.values = values;
  }

  /** Work about one thing. */
  public static LogIds of(LogId id, Object value) {
    return new LogIds(new EnumMap<>(LogId.class)).and(id, value);
  }

  /** The ids of the work that this thread is doing, for what it hands to other threads. */
  public static LogIds current() {
    Map<LogId, String> values = new EnumMap<>(LogId.class);
    for (LogId id : LogId.values()) {
      Optional.ofNullable(MDC.get(id.field())).ifPresent(value -> values.put(id, value));
    }
    return new LogIds(values);
  }

  /** These and one more. */
  public LogIds and(LogId id, Object value) {
    Map<LogId, String> more = new EnumMap<>(values);
    more.put(id, String.valueOf(value));
    return new LogIds(more);
  }

  /** These and, if it is known, one more. */
  public LogIds and(LogId id, Optional<?> value) {
    return value.isPresent() ? and(id, value.get()) : this;
  }

  /** Does something under these ids. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /** Works something out under these ids. */
  public <T> T call(Supplier<T> work) {
    Map<LogId, String> before = new EnumMap<>(LogId.class);
    values.forEach(
        (id, value) -> {
          Optional.ofNullable(MDC.get(id.field())).ifPresent(old -> before.put(id, old));
          MDC.put(id.field(), value);
        });
    try {
      return work.get();
    } finally {
      values.keySet().forEach(id -> restore(id, before.get(id)));
    }
  }

  private static void restore(LogId id, String before) {
    if (before == null) {
      MDC.remove(id.field());
    } else {
      MDC.put(id.field(), before);
    }
  }
}
