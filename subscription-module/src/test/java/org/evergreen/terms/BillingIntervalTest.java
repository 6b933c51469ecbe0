package org.evergreen.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.Period;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingIntervalTest {

  @ParameterizedTest
  @CsvSource({
    "1, DAY, 3, P3D",
    "10, DAY, 3, P30D",
    "2, WEEK, 3, P42D",
    "1, MONTH, 13, P13M",
    "3, MONTH, 4, P12M",
    "2, YEAR, 5, P10Y",
    "365, YEAR, 0, P0Y",
  })
  void aDistanceIsCountedInTheIntervalsOwnUnit(
      int count, IntervalUnit unit, int intervals, Period expectedDistance) {
    assertThat(BillingInterval.every(count, unit).times(intervals)).isEqualTo(expectedDistance);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T10:00, 2026-02-28T10:00, 0",
    "2026-01-31T10:00, 2026-03-31T09:59, 1",
    "2026-01-31T10:00, 2026-03-31T10:00, 2",
    "2026-01-31T10:00, 2026-01-31T09:00, 0",
    "2026-03-31T10:00, 2026-01-31T10:00, -2",
  })
  void onlyWholeIntervalsAreCounted(LocalDateTime from, LocalDateTime to, int expectedMonths) {
    assertThat(BillingInterval.every(1, IntervalUnit.MONTH).wholeBetween(from, to))
        .isEqualTo(expectedMonths);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 366, Integer.MAX_VALUE})
  void aCountOutsideTheAllowedRangeIsRefusedAndNamed(int count) {
    assertThatThrownBy(() -> BillingInterval.every(count, IntervalUnit.MONTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 365")
        .hasMessageContaining(String.valueOf(count));
  }

  @Test
  void aUnitIsNeeded() {
    assertThatThrownBy(() -> new BillingInterval(1, null)).hasMessage("unit");
    assertThatThrownBy(() -> new Trial(null)).hasMessage("length");
  }

  @Property
  void aDistanceTooFarForTheCalendarIsAnErrorAndNotAnotherDate(
      @ForAll @IntRange(min = 2, max = 365) int count, @ForAll IntervalUnit unit) {
    BillingInterval interval = BillingInterval.every(count, unit);

    assertThatThrownBy(() -> interval.times(Integer.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }
}
