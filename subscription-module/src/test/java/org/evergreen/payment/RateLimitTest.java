package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.evergreen.payment.RateLimit.Grant;
import org.junit.jupiter.api.Test;

/** The arithmetic of how fast a gateway is asked. */
class RateLimitTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static Instant last(Grant grant, int requests) {
    return grant.now().plus(grant.waits(requests - 1));
  }

  @Test
  void firstShareGoesAtOnceAndTheRestOneByOne() {
    Grant grant = RateLimit.unused(NOON).take(7, 25, NOON);

    assertThat(grant.waits(0)).isZero();
    assertThat(grant.waits(5)).isZero();
    assertThat(grant.waits(6)).isEqualTo(Duration.ofMillis(40));
  }

  @Test
  void whoComesLaterWaitsBehind() {
    RateLimit busy = RateLimit.unused(NOON).take(30, 25, NOON).after();

    assertThat(busy.take(1, 25, NOON).waits(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Property
  void noSecondHasMoreThanTheRateAndOneShare(
      @ForAll @IntRange(min = 1, max = 200) int perSecond,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 60) Integer> batches,
      @ForAll @IntRange(min = 0, max = 900) int millisBetween) {
    List<Instant> sent = sent(perSecond, batches, millisBetween);

    for (Instant start : sent) {
      long within =
          sent.stream()
              .filter(at -> !at.isBefore(start) && at.isBefore(start.plusSeconds(1)))
              .count();
      assertThat(within).isLessThanOrEqualTo(perSecond + RateLimit.share(perSecond) + 1);
    }
  }

  private static List<Instant> sent(int perSecond, List<Integer> batches, int millisBetween) {
    RateLimit limit = RateLimit.unused(NOON);
    Instant now = NOON;
    List<Instant> sent = new ArrayList<>();
    for (int batch : batches) {
      Grant grant = limit.take(batch, perSecond, now);
      for (int i = 0; i < batch; i++) {
        sent.add(now.plus(grant.waits(i)));
      }
      limit = grant.after();
      now = now.plusMillis(millisBetween);
    }
    return sent;
  }

  @Property
  void nothingIsLostOverALongTime(
      @ForAll @IntRange(min = 1, max = 200) int perSecond,
      @ForAll @IntRange(min = 1, max = 2000) int requests) {
    Grant grant = RateLimit.unused(NOON).take(requests, perSecond, NOON);
    long atMost = requests * 1_000_000L / perSecond + requests;

    assertThat(last(grant, requests)).isBeforeOrEqualTo(NOON.plusNanos(atMost * 1000));
  }

  @Property
  void manySmallSharesAreOneLarge(
      @ForAll @IntRange(min = 1, max = 200) int perSecond,
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 20) Integer> shares) {
    int all = shares.stream().mapToInt(Integer::intValue).sum();
    RateLimit limit = RateLimit.unused(NOON);
    for (int share : shares) {
      limit = limit.take(share, perSecond, NOON).after();
    }

    assertThat(limit).isEqualTo(RateLimit.unused(NOON).take(all, perSecond, NOON).after());
  }

  @Test
  void patienceHalvesTheRateAfterAMomentOfSilence() {
    RateLimit slowed = RateLimit.unused(NOON).slowedDown(25, NOON);

    assertThat(slowed.rate(25, NOON)).isEqualTo(12);
    assertThat(slowed.take(1, 25, NOON).waits(0)).isEqualTo(RateLimit.PATIENCE);
  }

  @Test
  void severalNodesThatHearTheSameAreOne() {
    RateLimit slowed = RateLimit.unused(NOON).slowedDown(25, NOON);

    assertThat(slowed.slowedDown(25, NOON.plusMillis(300))).isEqualTo(slowed);
    assertThat(slowed.slowedDown(25, NOON.plusSeconds(1)).slowedRate()).isEqualTo(6);
  }

  @Property
  void rateGrowsBackAndNeverBeyond(
      @ForAll @IntRange(min = 1, max = 200) int perSecond,
      @ForAll @IntRange(min = 0, max = 12) int times,
      @ForAll @IntRange(min = 0, max = 120) int seconds) {
    RateLimit limit = RateLimit.unused(NOON);
    Instant now = NOON;
    for (int i = 0; i < times; i++) {
      limit = limit.slowedDown(perSecond, now);
      now = now.plusSeconds(2);
    }
    int rate = limit.rate(perSecond, now.plusSeconds(seconds));

    assertThat(rate).isBetween(1, perSecond);
    assertThat(limit.rate(perSecond, now.plusSeconds(seconds + 1))).isGreaterThanOrEqualTo(rate);
    assertThat(limit.rate(perSecond, now.plus(RateLimit.GROWS_BACK))).isEqualTo(perSecond);
  }

  @Property
  void clockThatGoesBackGivesNothingTwice(@ForAll @IntRange(min = 0, max = 10_000) int millis) {
    RateLimit ahead = RateLimit.unused(NOON).take(50, 25, NOON).after();
    Grant behind = ahead.take(1, 25, NOON.minusMillis(millis));

    assertThat(behind.now().plus(behind.waits(0))).isEqualTo(ahead.freeAt());
  }
}
