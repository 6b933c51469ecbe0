package org.evergreen.demo.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.evergreen.demo.database.DemoMigrations;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A clock that goes like any other but may be ahead. How far is kept in the database; it only ever
 * grows, so that time never goes back, not even over a restart.
 */
@Component
@Profile("demo & !production")
public class DemoClock extends Clock {

  private final Clock wall = Clock.systemUTC();
  private final JdbcClient jdbc;
  private volatile Duration ahead;

  DemoClock(JdbcClient jdbc, DemoMigrations migrated) {
    this.jdbc = jdbc;
    this.ahead =
        jdbc.sql("select ahead_seconds from demo_clock")
            .query(Long.class)
            .optional()
            .map(Duration::ofSeconds)
            .orElse(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    return wall.instant().plus(ahead);
  }

  /** Moves the clock forward to an instant, or up to a second after; one that has passed stays. */
  public synchronized void advanceTo(Instant target) {
    Duration needed = Duration.between(wall.instant(), target).plusSeconds(1);
    long seconds = needed.toSeconds();
    if (seconds <= ahead.toSeconds()) {
      return;
    }
    jdbc.sql(
            "insert into demo_clock (only_row, ahead_seconds) values (true, :seconds)"
                + " on conflict (only_row) do update"
                + " set ahead_seconds = greatest(demo_clock.ahead_seconds, excluded.ahead_seconds)")
        .param("seconds", seconds)
        .update();
    ahead = Duration.ofSeconds(seconds);
  }

  /** Whether it is ahead of the wall clock. */
  public boolean isMoved() {
    return !ahead.isZero();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(wall, ahead).withZone(zone);
  }
}
