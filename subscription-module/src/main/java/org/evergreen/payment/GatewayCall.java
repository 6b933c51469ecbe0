package org.evergreen.payment;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One call of a gateway: a failure of any sort is an answer, and whoever watches is told how long
 * it took.
 */
final class GatewayCall {

  private final GatewayObserver observer;

  GatewayCall(GatewayObserver observer) {
    this.observer = observer;
  }

  <R> R answer(
      String gateway, String operation, Supplier<R> call, Function<RuntimeException, R> broken) {
    long started = System.nanoTime();
    R answer;
    try {
      answer = call.get();
    } catch (RuntimeException failure) {
      answer = broken.apply(failure);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    observer.answered(gateway, operation, word(answer), took);
    return answer;
  }

  /** For example "action-required" of a {@code Found} with {@code ActionRequired}. */
  private static String word(Object answer) {
    if (answer instanceof LookUp.Found found) {
      return word(found.outcome());
    }
    if (answer instanceof RefundLookUp.Found found) {
      return word(found.outcome());
    }
    String name = answer.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
