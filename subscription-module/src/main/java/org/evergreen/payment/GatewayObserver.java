package org.evergreen.payment;

import java.time.Duration;

/**
 * Told of every call of a gateway, for metrics. Called from several threads at once; it must return
 * at once and not throw.
 */
public interface GatewayObserver {

  /**
   * A call was answered, or failed to be.
   *
   * @param gateway name of the gateway
   * @param operation for example {@code charge}, {@code look-up} or {@code refund}
   * @param outcome one word, for example {@code succeeded}, {@code declined} or {@code unknown}
   */
  void answered(String gateway, String operation, String outcome, Duration took);
}
