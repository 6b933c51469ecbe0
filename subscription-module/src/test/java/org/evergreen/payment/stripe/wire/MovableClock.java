package org.evergreen.payment.stripe.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's time, which may be moved ahead as the demo store's clock is. */
final class MovableClock extends Clock {

  private final Clock clock;
  private volatile Duration ahead = Duration.ZERO;

  MovableClock(Clock clock) {
    this.clock = clock;
  }

  void set(Instant now) {
    ahead = Duration.between(clock.instant(), now);
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }
}
