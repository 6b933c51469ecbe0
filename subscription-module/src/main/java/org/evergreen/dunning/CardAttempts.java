package org.evergreen.dunning;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often one card may be asked for one amount: card networks forbid more than {@value #MOST}
 * attempts in 30 days.
 */
public final class CardAttempts {

  public static final int MOST = 20;
  public static final Duration WITHIN = Duration.ofDays(30);

  private CardAttempts() {}

  /**
   * When the card may be tried again.
   *
   * @param attempts when it was asked for the amount and declined, in any order
   * @return empty when it may be tried now
   */
  public static Optional<Instant> restUntil(List<Instant> attempts, Instant now) {
    List<Instant> recent =
        attempts.stream()
            .filter(at -> at.plus(WITHIN).isAfter(now))
            .sorted(Comparator.reverseOrder())
            .toList();
    return recent.size() < MOST ? Optional.empty() : Optional.of(recent.get(MOST - 1).plus(WITHIN));
  }
}
