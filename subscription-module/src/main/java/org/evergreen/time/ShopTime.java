package org.evergreen.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The shop's clock together with the zone whose calendar days count for schedules.
 *
 * @param clock source of the current instant; the demo store and tests move it
 * @param zone the shop's time zone, which may differ from the server's
 */
public record ShopTime(Clock clock, ZoneId zone) {

  public ShopTime {
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(zone, "zone");
  }

  /** The current instant, in microseconds, the precision that databases keep. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Today's date in the shop's zone. */
  public LocalDate today() {
    return dateOf(now());
  }

  /** The calendar day of an instant in the shop's zone. */
  public LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The local date and time of an instant in the shop's zone. */
  public LocalDateTime localTimeOf(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }
}
