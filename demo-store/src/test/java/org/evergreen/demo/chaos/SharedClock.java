package org.evergreen.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that goes like any other but is ahead by what a small file says, so that all processes
 * have the same time at once, even while the database is down.
 */
final class SharedClock extends Clock {

  private final Clock wall = Clock.systemUTC();
  private final ByteBuffer aheadMillis;

  private SharedClock(ByteBuffer aheadMillis) {
    this.aheadMillis = aheadMillis;
  }

  /** The clock over a file, which is made when it is missing. */
  static SharedClock over(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException("The clock's file cannot be used: " + file, e);
    }
  }

  @Override
  public Instant instant() {
    return wall.instant().plusMillis(aheadMillis.getLong(0));
  }

  void advance(Duration by) {
    aheadMillis.putLong(0, aheadMillis.getLong(0) + by.toMillis());
  }

  /** Moves it forward to an instant; one that has passed changes nothing. */
  void advanceTo(Instant target) {
    Duration missing = Duration.between(instant(), target);
    if (!missing.isNegative()) {
      advance(missing.plusMillis(1));
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
