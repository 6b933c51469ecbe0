package org.evergreen.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-01T04:59:59Z, 2026-02-28",
    "America/New_York, 2026-03-01T05:00:00Z, 2026-03-01",
    "Pacific/Auckland, 2026-03-01T10:59:59Z, 2026-03-01",
    "Pacific/Auckland, 2026-03-01T11:00:00Z, 2026-03-02",
    "Pacific/Kiritimati, 2026-12-31T10:00:00Z, 2027-01-01",
    "Pacific/Pago_Pago, 2027-01-01T10:59:59Z, 2026-12-31",
  })
  void theDayIsTheShopsDayAndNotTheServers(ZoneId zone, Instant now, LocalDate expectedDay) {
    ShopTime time = new ShopTime(Clock.fixed(now, ZoneOffset.UTC), zone);

    assertThat(time.today()).isEqualTo(expectedDay);
    assertThat(time.dateOf(now)).isEqualTo(expectedDay);
  }

  @Test
  void theClocksOwnZoneDoesNotMatter() {
    Instant now = Instant.parse("2026-03-01T04:59:59Z");
    ShopTime time = new ShopTime(Clock.fixed(now, ZoneId.of("Pacific/Kiritimati")), NEW_YORK);

    assertThat(time.today()).isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08T06:59:59Z, 2026-03-08T01:59:59",
    "2026-03-08T07:00:00Z, 2026-03-08T03:00:00",
    "2026-11-01T05:30:00Z, 2026-11-01T01:30:00",
    "2026-11-01T06:30:00Z, 2026-11-01T01:30:00",
  })
  void theLocalTimeFollowsDaylightSaving(Instant instant, LocalDateTime expectedLocalTime) {
    ShopTime time = new ShopTime(Clock.systemUTC(), NEW_YORK);

    assertThat(time.localTimeOf(instant)).isEqualTo(expectedLocalTime);
  }

  @Test
  void nowIsAsPreciseAsADatabaseKeepsIt() {
    Instant now = Instant.parse("2026-03-01T04:59:59.123456789Z");
    ShopTime time = new ShopTime(Clock.fixed(now, ZoneOffset.UTC), NEW_YORK);

    assertThat(time.now()).isEqualTo(Instant.parse("2026-03-01T04:59:59.123456Z"));
  }

  @Property
  void nowIsNeverLaterThanTheClockAndLessThanAMicrosecondEarlier(
      @ForAll @LongRange(min = -4_000_000_000L, max = 10_000_000_000L) long seconds,
      @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
    Instant clock = Instant.ofEpochSecond(seconds, nanos);
    ShopTime time = new ShopTime(Clock.fixed(clock, ZoneOffset.UTC), NEW_YORK);

    assertThat(time.now()).isBetween(clock.minusNanos(999), clock);
    assertThat(time.now().getNano() % 1000).isZero();
  }

  @Test
  void aClockAndAZoneAreNeeded() {
    assertThatThrownBy(() -> new ShopTime(null, NEW_YORK)).hasMessage("clock");
    assertThatThrownBy(() -> new ShopTime(Clock.systemUTC(), null)).hasMessage("zone");
  }
}
