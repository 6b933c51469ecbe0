package org.evergreen.renewal;

import java.time.Duration;

/**
 * How renewals are run.
 *
 * @param batch billing accounts that are claimed at once
 * @param workers batches that this node works on at the same time
 * @param lease how long a claim holds; longer than a batch takes
 */
public record RenewalSettings(int batch, int workers, Duration lease) {

  public RenewalSettings {
    if (batch < 1 || workers < 1 || lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException(
          "Renewals need a batch and workers of at least 1 and a lease, not "
              + batch
              + ", "
              + workers
              + ", "
              + lease);
    }
  }

  /** Batches of 200 accounts, two at a time, leased for 10 minutes. */
  public static RenewalSettings defaults() {
    return new RenewalSettings(200, 2, Duration.ofMinutes(10));
  }
}
