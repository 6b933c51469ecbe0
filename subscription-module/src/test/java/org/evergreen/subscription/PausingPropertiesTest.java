package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.evergreen.terms.BillingInterval;
import org.evergreen.testing.CalendarArbitraries;
import org.evergreen.testing.OfferBuilder;

/** However often and long a subscription is paused, paid days are neither lost nor won. */
class PausingPropertiesTest {

  @Property
  void daysThatWereLeftAreLeftAfterThePause(
      @ForAll("starts") Instant start,
      @ForAll("zones") ZoneId zone,
      @ForAll("intervals") BillingInterval interval,
      @ForAll @IntRange(max = 400) int after,
      @ForAll @IntRange(max = 900) int paused) {
    Timelines one = bought(start, zone, interval);
    LocalDate next = one.time.dateOf(one.timeline.nextPaymentAt);
    one.clock.set(start.plus(after, ChronoUnit.DAYS));
    long left = Math.max(0, ChronoUnit.DAYS.between(one.time.today(), next));
    Pausing.pause(one.timeline, one.time, Optional.empty());
    one.clock.set(one.clock.instant().plus(paused, ChronoUnit.DAYS));
    boolean ahead = one.timeline.keptPaymentAt.isAfter(one.time.now());
    Pausing.resume(one.timeline, one.time, false);
    LocalDate resumed = one.time.dateOf(one.timeline.nextPaymentAt);
    assertThat(resumed).isEqualTo(ahead ? next : one.time.today().plusDays(left));
  }

  @Property
  void nextPaymentIsNeverBehindAndAlwaysThatOfTheSchedule(
      @ForAll("starts") Instant start,
      @ForAll("zones") ZoneId zone,
      @ForAll("intervals") BillingInterval interval,
      @ForAll @IntRange(max = 400) int after,
      @ForAll @IntRange(max = 900) int paused) {
    Timelines one = bought(start, zone, interval);
    one.clock.set(start.plus(after, ChronoUnit.DAYS));
    Pausing.pause(one.timeline, one.time, Optional.empty());
    one.clock.set(one.clock.instant().plus(paused, ChronoUnit.DAYS));
    Pausing.resume(one.timeline, one.time, false);
    assertThat(one.timeline.nextPaymentAt).isAfterOrEqualTo(one.time.now());
    assertThat(one.timeline.schedule(zone).payment(one.timeline.nextCycle))
        .isEqualTo(one.timeline.nextPaymentAt);
    assertThat(one.timeline.termStartedAt).isBeforeOrEqualTo(one.time.now());
  }

  @Property
  void resumingAtOnceRestoresTheDates(
      @ForAll("starts") Instant start,
      @ForAll("zones") ZoneId zone,
      @ForAll("intervals") BillingInterval interval) {
    Timelines one = bought(start, zone, interval);
    Outlook before = Outlook.of(one.timeline, zone);
    Pausing.pause(one.timeline, one.time, Optional.empty());
    Pausing.resume(one.timeline, one.time, false);
    assertThat(Outlook.of(one.timeline, zone)).isEqualTo(before);
  }

  private static Timelines bought(Instant start, ZoneId zone, BillingInterval interval) {
    return Timelines.bought(
        zone, start, OfferBuilder.every(interval.count(), interval.unit(), "10").build());
  }

  @Provide
  Arbitrary<Instant> starts() {
    return Arbitraries.longs().between(1_600_000_000L, 2_200_000_000L).map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return CalendarArbitraries.zones();
  }

  @Provide
  Arbitrary<BillingInterval> intervals() {
    return CalendarArbitraries.intervals();
  }
}
