package org.evergreen.payment;

import java.time.Duration;

/** Waits until a gateway takes the next request. A test steps its clock instead. */
@FunctionalInterface
public interface Pause {

  /**
   * Returns after a while.
   *
   * @throws InterruptedException if the shop stops
   */
  void pass(Duration time) throws InterruptedException;

  /** Lets the thread sleep. */
  static Pause sleeping() {
    return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
  }
}
