package org.evergreen.settings;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * When a renewal that could not be paid is tried again, and who is told meanwhile. See
 * docs/15-failed-payments.md.
 *
 * @param steps one for each retry, first to last; at least one
 */
public record RetryLadder(List<Step> steps) {

  /** How many steps a ladder may have. */
  public static final int MAX_STEPS = 8;

  /** The longest that a step may wait, in hours. */
  public static final int MAX_HOURS = 720;

  /** What the shopper is written when a step begins. */
  public enum ShopperMail {
    /** Nothing. */
    NONE,
    /** That the payment failed and when it is tried again. */
    PLAIN,
    /** The same, and what happens if it stays unpaid. */
    URGENT,
    /** That the next attempt is the last. */
    LAST_CALL
  }

  /**
   * The time from a failed attempt to the next.
   *
   * @param after how long it lasts, in whole hours from 1 to {@value #MAX_HOURS}
   * @param mail what the shopper is written when it begins
   * @param tellsMerchant whether the merchant is written when it begins
   * @param access whether a subscriber keeps access during it
   */
  public record Step(Duration after, ShopperMail mail, boolean tellsMerchant, boolean access) {

    public Step {
      Objects.requireNonNull(mail, "mail");
      boolean whole = after.equals(Duration.ofHours(after.toHours()));
      if (!whole || after.toHours() < 1 || after.toHours() > MAX_HOURS) {
        throw new IllegalArgumentException(
            "A step of the retry ladder lasts 1 to " + MAX_HOURS + " whole hours, not " + after);
      }
    }

    /** Whether the shopper is written when it begins. */
    public boolean tellsShopper() {
      return mail != ShopperMail.NONE;
    }
  }

  public RetryLadder {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || steps.size() > MAX_STEPS) {
      throw new IllegalArgumentException(
          "A retry ladder has 1 to " + MAX_STEPS + " steps, not " + steps.size());
    }
  }

  /** After 12, 12, 24, 48 and 72 hours: five retries within seven days. */
  public static RetryLadder defaults() {
    return new RetryLadder(
        List.of(
            step(12, ShopperMail.PLAIN, false),
            step(12, ShopperMail.NONE, false),
            step(24, ShopperMail.PLAIN, false),
            step(48, ShopperMail.URGENT, false),
            step(72, ShopperMail.LAST_CALL, true)));
  }

  private static Step step(int hours, ShopperMail mail, boolean tellsMerchant) {
    return new Step(Duration.ofHours(hours), mail, tellsMerchant, true);
  }

  public int size() {
    return steps.size();
  }
}
