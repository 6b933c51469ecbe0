package org.evergreen.settings;

import java.util.Objects;

/**
 * What happens when payments are late, were missed or do not come.
 *
 * @param missedCycles what is billed after whole cycles passed without a run
 * @param latePayment what a late payment does to the dates
 * @param accessDays how many days a past-due subscriber keeps access, for example to downloads
 * @param unpaidOrderDays after how many days an unpaid first order's subscriptions are cancelled
 */
public record BillingRules(
    MissedCycles missedCycles, LatePayment latePayment, int accessDays, int unpaidOrderDays) {

  /** What is billed after whole cycles passed without a run. */
  public enum MissedCycles {
    /** Only the cycle of today. */
    CURRENT_ONLY,
    /** Each, one after the other. */
    EACH,
    /** None; billing goes on with the next date. */
    NONE
  }

  /** What a late payment does to the dates. */
  public enum LatePayment {
    /** Nothing: the schedule stays. */
    KEEP_SCHEDULE,
    /** The dates are counted anew from the payment. */
    RESTART
  }

  public static final int MAX_DAYS = 365;

  public BillingRules {
    Objects.requireNonNull(missedCycles, "missedCycles");
    Objects.requireNonNull(latePayment, "latePayment");
    requireDays("Access while past due", 0, accessDays);
    requireDays("The life of an unpaid order", 1, unpaidOrderDays);
  }

  private static void requireDays(String what, int least, int days) {
    if (days < least || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          what + " lasts " + least + " to " + MAX_DAYS + " days, not " + days);
    }
  }

  public static BillingRules defaults() {
    return new BillingRules(MissedCycles.CURRENT_ONLY, LatePayment.KEEP_SCHEDULE, 7, 7);
  }
}
