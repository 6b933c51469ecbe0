package org.evergreen.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonthSimulationTest {

  private static final long SEED = 7;
  private static final double UNLIMITED = 1e9;

  private static Capacity gateway(double chargesPerSecond) {
    return new Capacity(1, 64, 0.2, UNLIMITED, UNLIMITED, chargesPerSecond, chargesPerSecond);
  }

  private static Backlog month(Calendar calendar, Capacity capacity, double together, long count) {
    return new MonthSimulation(calendar, capacity, together).run(count, SEED);
  }

  @Test
  void sameSeedGivesTheSameMonth() {
    Backlog one = month(Calendar.shop(), gateway(5), 1, 1_000_000);
    Backlog same = month(Calendar.shop(), gateway(5), 1, 1_000_000);

    assertThat(same.largest()).isEqualTo(one.largest());
    assertThat(same.ageInMinutes(0.9)).isEqualTo(one.ageInMinutes(0.9));
  }

  @Test
  void everyChargeIsMadeOrWaits() {
    Backlog month = month(Calendar.even(), gateway(0.1), 1, 1_000_000);

    assertThat(month.made()).isEqualTo(0.1 + 0.1 * 60 * Calendar.even().minutes(), within(0.2));
    assertThat(month.made() + month.size()).isEqualTo(1_000_000, within(5_000.0));
  }

  @Test
  void nothingWaitsWhileTheGatewayTakesMoreThanFallsDue() {
    Backlog month = month(Calendar.even(), gateway(25), 1, 10_000_000);

    assertThat(month.ageInMinutes(1)).isZero();
  }

  @Test
  void whatFallsDueInOneDayWaitsAsLongAsTheGatewayNeedsForIt() {
    Calendar oneDay = new Calendar(Calendar.firstOfTheMonth().days(), Calendar.even().hours());
    Backlog month = month(oneDay, gateway(5), 1, 864_000);

    // 5 a second are 432,000 a day: the last one is made a day after the day is over.
    assertThat(month.size()).isZero();
    assertThat(month.ageInMinutes(1)).isBetween(24 * 60 - 30, 24 * 60 + 30);
  }

  @Test
  void twoRenewalsInOneChargeAreMadeInHalfTheTime() {
    Backlog month = month(Calendar.firstOfTheMonth(), gateway(5), 2, 864_000);

    assertThat(month.made()).isEqualTo(432_000, within(2_000.0));
    assertThat(month.ageInMinutes(1)).isLessThan(12 * 60);
  }

  @Test
  void slowGatewayHoldsBackByWhatIsInFlight() {
    Capacity slow = new Capacity(2, 16, 0.2, UNLIMITED, UNLIMITED, UNLIMITED, 0);

    assertThat(slow.chargesPerSecond(1)).isEqualTo(160, within(1e-9));
    assertThat(slow.limit(1)).isEqualTo("requests in flight");
  }

  @Test
  void databaseHoldsBackHoweverManyNodesThereAre() {
    Capacity many = new Capacity(50, 64, 0.2, 1_000, 3_000, UNLIMITED, 0);

    assertThat(many.chargesPerSecond(2)).isEqualTo(1_500, within(1e-9));
    assertThat(many.limit(2)).isEqualTo("database");
  }

  @Test
  void bucketGivesItsRateAndNoMoreThanItsSizeAfterAPause() {
    TokenBucket bucket = new TokenBucket(10, 100);

    assertThat(bucket.take(1_000, 1)).isEqualTo(110, within(1e-9));
    assertThat(bucket.take(1_000, 1)).isEqualTo(10, within(1e-9));
    assertThat(bucket.take(0, 3_600)).isZero();
    assertThat(bucket.take(1_000, 0)).isEqualTo(100, within(1e-9));
  }

  @Test
  void calendarGivesOutAWholeMonth() {
    Calendar calendar = Calendar.shop();
    double all = IntStream.range(0, calendar.minutes()).mapToDouble(calendar::share).sum();

    assertThat(all).isEqualTo(1, within(1e-9));
    assertThat(calendar.share(20 * 60)).isGreaterThan(calendar.share(4 * 60));
  }

  @Test
  void arrivalsAreAsManyAsExpectedOnAverage() {
    Random random = new Random(SEED);

    for (double mean : new double[] {0.5, 20, 400}) {
      double average =
          IntStream.range(0, 40_000)
              .mapToLong(i -> MonthSimulation.arrivals(mean, random))
              .average()
              .orElseThrow();
      assertThat(average).isEqualTo(mean, within(mean * 0.05));
    }
  }
}
