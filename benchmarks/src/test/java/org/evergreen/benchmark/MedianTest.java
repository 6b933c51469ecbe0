package org.evergreen.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void theRunOfMedianSpeedCounts() {
    assertThat(Median.ofRuns(List.of(lasting(4), lasting(1), lasting(2))).meter().seconds())
        .isEqualTo(2);
  }

  @Test
  void anEvenNumberHasTheSlowerOfTheTwoInTheMiddle() {
    assertThat(Median.ofRuns(List.of(lasting(1), lasting(2))).meter().seconds()).isEqualTo(2);
  }

  @Test
  void ratiosAreTakenOfNeighboursBeforeTheirMedianIs() {
    List<Run> some = List.of(lasting(2), lasting(10), lasting(4));
    List<Run> others = List.of(lasting(1), lasting(2), lasting(3));

    // A half, a fifth and three quarters.
    assertThat(Median.ofRatios(some, others)).isEqualTo(0.5);
  }

  @Test
  void runsWithoutNeighboursAreNotCompared() {
    assertThatThrownBy(() -> Median.ofRatios(List.of(lasting(1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Run lasting(double seconds) {
    return new Run(new Population(100, 100, 1), new Meter(seconds, 0, 0, 0, 0), 0, 100);
  }
}
