package org.evergreen.webhook;

import java.time.Duration;

/**
 * How webhooks are worked off.
 *
 * @param attempts how often an event is tried before it waits for a person
 * @param retryAfter pause after the first attempt; each further one is three times as long, up to
 *     six hours
 * @param unknownFor how long an event of an object that the shop does not know is tried again,
 *     because the answer that would name the object may still be on its way; after that it is
 *     ignored
 * @param keepFor how long events that are over are kept
 * @param lease how long an event that a process has taken stays with it, should the process die
 * @param workers how many objects one process reads at the gateway at the same time
 */
public record WebhookSettings(
    int attempts,
    Duration retryAfter,
    Duration unknownFor,
    Duration keepFor,
    Duration lease,
    int workers) {

  private static final int GROWTH = 3;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  public WebhookSettings {
    if (attempts < 1 || workers < 1) {
      throw new IllegalArgumentException(
          "Webhooks need at least one attempt and one worker, not "
              + attempts
              + " and "
              + workers
              + "; set evergreen.webhooks.attempts and evergreen.webhooks.workers");
    }
    if (retryAfter.isNegative() || retryAfter.isZero() || unknownFor.isNegative()) {
      throw new IllegalArgumentException(
          "Webhooks need a pause between attempts, not " + retryAfter + " and " + unknownFor);
    }
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("An event is taken for some time, not for " + lease);
    }
    if (keepFor.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "Webhooks are kept for a day at least, so that one that comes again is known, not "
              + keepFor
              + "; set evergreen.webhooks.keep-for");
    }
  }

  /** 12 attempts within two days, 20 minutes for the unknown, kept for 60 days, 4 workers. */
  public static WebhookSettings defaults() {
    return new WebhookSettings(
        12,
        Duration.ofSeconds(10),
        Duration.ofMinutes(20),
        Duration.ofDays(60),
        Duration.ofMinutes(2),
        4);
  }

  /** Whether an event waits for a person after this attempt. */
  boolean isLast(int attempt) {
    return attempt >= attempts;
  }

  /** The pause after an attempt, counted from 1. */
  Duration pauseAfter(int attempt) {
    Duration pause = retryAfter;
    for (int i = 1; i < attempt && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
      pause = pause.multipliedBy(GROWTH);
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
