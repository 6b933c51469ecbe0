package org.evergreen.payment.stripe.wire;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Decides which request goes wrong, and how. */
public final class Faults {

  private final Map<Operation, Queue<Fault>> next = new EnumMap<>(Operation.class);
  private Function<Operation, Fault> otherwise = operation -> Fault.NONE;
  private CountDownLatch late = new CountDownLatch(1);

  /** Lets the next requests of a kind go wrong, one after the other. */
  public synchronized void next(Operation operation, Fault... faults) {
    Queue<Fault> queue = next.computeIfAbsent(operation, key -> new ArrayDeque<>());
    for (Fault fault : faults) {
      queue.add(fault);
    }
  }

  /** Decides for every request for which nothing else was said, for example by chance. */
  public synchronized void otherwise(Function<Operation, Fault> plan) {
    otherwise = plan;
  }

  /** Lets go of all answers that are held back. */
  public synchronized void letGo() {
    late.countDown();
    late = new CountDownLatch(1);
  }

  synchronized Fault of(Operation operation) {
    Fault said = next.getOrDefault(operation, new ArrayDeque<>()).poll();
    return said == null ? otherwise.apply(operation) : said;
  }

  void holdBack() throws InterruptedException {
    CountDownLatch gate;
    synchronized (this) {
      gate = late;
    }
    gate.await();
  }

  synchronized void none() {
    next.clear();
    otherwise = operation -> Fault.NONE;
    letGo();
  }
}
