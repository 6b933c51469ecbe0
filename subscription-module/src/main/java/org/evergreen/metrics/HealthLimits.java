package org.evergreen.metrics;

import java.time.Duration;

/**
 * From when on the shop is not well.
 *
 * @param backlogAge for how long a renewal may be due and not begun
 * @param unknownAge for how long the gateway's answer to a charge may be missing
 */
public record HealthLimits(Duration backlogAge, Duration unknownAge) {

  /** An hour for what is due, two hours for answers of the gateway. */
  public static HealthLimits defaults() {
    return new HealthLimits(Duration.ofHours(1), Duration.ofHours(2));
  }

  public HealthLimits {
    if (backlogAge.isNegative() || unknownAge.isNegative()) {
      throw new IllegalArgumentException(
          "Health allows for some age, not " + backlogAge + " and " + unknownAge);
    }
  }
}
