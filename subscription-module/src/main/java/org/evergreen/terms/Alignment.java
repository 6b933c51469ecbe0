package org.evergreen.terms;

import java.util.Objects;

/**
 * Moves all payments to a day that the merchant names, for example the first of the month.
 *
 * @param day the day on which every payment falls
 * @param firstPayment what is paid between sign-up and that day
 * @param graceDays a sign-up this many days or fewer before the day pays for the cycle that starts
 *     on it; 0 for none
 */
public record Alignment(AlignmentDay day, FirstPayment firstPayment, int graceDays) {

  /** What is paid for the time from sign-up to the first aligned day. */
  public enum FirstPayment {
    /** The full price now, the next payment on the day. */
    FULL_NOW,
    /** Nothing until the day. */
    NOTHING_UNTIL_DAY,
    /** The part of the price for the days from now to the day. */
    PRORATED
  }

  /** The longest grace, in days. */
  public static final int MAX_GRACE_DAYS = 60;

  public Alignment {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(firstPayment, "firstPayment");
    if (graceDays < 0 || graceDays > MAX_GRACE_DAYS) {
      throw new IllegalArgumentException(
          "A grace before the aligned day lasts 0 to "
              + MAX_GRACE_DAYS
              + " days, not "
              + graceDays);
    }
  }
}
