package org.evergreen.broadleaf.tryout.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The time in the shop, which can be moved forward to see a renewal without waiting for it. How far
 * ahead it is stands in the database, so that site and admin agree, also after a restart.
 */
public final class TryoutClock extends Clock {

  private static final long REREAD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final JdbcTemplate jdbc;
  private final Clock system = Clock.systemUTC();
  private volatile Reading reading;

  TryoutClock(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    jdbc.execute(
        "create table if not exists evergreen_tryout_clock"
            + " (one integer primary key check (one = 1), ahead_seconds bigint not null)");
    jdbc.update("insert into evergreen_tryout_clock values (1, 0) on conflict (one) do nothing");
    this.reading = read();
  }

  /** Moves the time forward for everybody. */
  public void forward(Duration step) {
    jdbc.update(
        "update evergreen_tryout_clock set ahead_seconds = ahead_seconds + ?", step.toSeconds());
    reading = read();
  }

  /** Whether the shop's time is ahead of everybody else's. */
  public boolean isMoved() {
    return !reading.ahead().isZero();
  }

  private Reading read() {
    Long seconds =
        jdbc.queryForObject("select ahead_seconds from evergreen_tryout_clock", Long.class);
    return new Reading(Duration.ofSeconds(seconds), System.nanoTime());
  }

  @Override
  public Instant instant() {
    if (System.nanoTime() - reading.at() > REREAD_NANOS) {
      reading = read();
    }
    return system.instant().plus(reading.ahead());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    if (zone.equals(ZoneOffset.UTC)) {
      return this;
    }
    throw new UnsupportedOperationException("The shop's clock runs in UTC");
  }

  private record Reading(Duration ahead, long at) {}
}
