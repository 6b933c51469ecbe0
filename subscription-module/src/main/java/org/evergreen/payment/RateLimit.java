package org.evergreen.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How many requests of one kind all nodes together may send to a gateway: a bucket that fills at a
 * rate and holds a fifth of a second. Requests that find it empty are given the moments at which
 * they may go. Whole microseconds only, as the database keeps them, so that many small shares are
 * what one large one would be.
 *
 * @param freeAt when the next request may go that was not given a moment yet
 * @param slowedRate requests per second when the gateway last asked for patience
 * @param slowedAt when it did; the rate grows back from then on
 */
record RateLimit(Instant freeAt, int slowedRate, Optional<Instant> slowedAt) {

  /** After the gateway has asked for patience nothing goes for this long. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** In this time a rate has grown back from nothing. */
  static final Duration GROWS_BACK = Duration.ofSeconds(60);

  private static final int MICROS = 1_000_000;
  private static final int HOLDS_PART_OF_A_SECOND = 5;

  /** Nothing was sent yet. */
  static RateLimit unused(Instant now) {
    return new RateLimit(now.minus(Duration.ofSeconds(1)), 0, Optional.empty());
  }

  /** How many requests are asked for at once, so that nobody holds up the others for long. */
  static int share(int perSecond) {
    return Math.max(1, perSecond / HOLDS_PART_OF_A_SECOND);
  }

  /**
   * Gives requests their moments.
   *
   * @param perSecond what is allowed when the gateway does not ask for patience
   */
  Grant take(int requests, int perSecond, Instant now) {
    int rate = rate(perSecond, now);
    // Rounded up, so that no second has more requests than the rate.
    Duration between = Duration.of((MICROS + rate - 1) / rate, ChronoUnit.MICROS);
    Instant full = now.minus(between.multipliedBy(share(perSecond)));
    Instant from = freeAt.isBefore(full) ? full : freeAt;
    Instant after = from.plus(between.multipliedBy(requests));
    return new Grant(new RateLimit(after, slowedRate, slowedAt), now, from, between);
  }

  /** Requests per second that are allowed now; at least one. */
  int rate(int perSecond, Instant now) {
    if (slowedAt.isEmpty()) {
      return perSecond;
    }
    long since = Math.max(0, Duration.between(slowedAt.get(), now).toMillis());
    long grown =
        since >= GROWS_BACK.toMillis()
            ? perSecond
            : slowedRate + perSecond * since / GROWS_BACK.toMillis();
    return (int) Math.max(1, Math.min(perSecond, grown));
  }

  /**
   * The gateway has asked for patience: half the rate, after a moment of silence. Several nodes
   * that hear the same are one.
   */
  RateLimit slowedDown(int perSecond, Instant now) {
    boolean heard =
        slowedAt.filter(last -> Duration.between(last, now).compareTo(PATIENCE) < 0).isPresent();
    if (heard) {
      return this;
    }
    Instant silentUntil = now.plus(PATIENCE);
    return new RateLimit(
        freeAt.isBefore(silentUntil) ? silentUntil : freeAt,
        Math.max(1, rate(perSecond, now) / 2),
        Optional.of(now));
  }

  /**
   * The moments of some requests.
   *
   * @param after the limit with these requests counted
   */
  record Grant(RateLimit after, Instant now, Instant from, Duration between) {

    /** How long the request with this number, counted from zero, waits. */
    Duration waits(int request) {
      Duration wait = Duration.between(now, from.plus(between.multipliedBy(request)));
      return wait.isNegative() ? Duration.ZERO : wait;
    }
  }
}
