package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDate;
import org.evergreen.time.ShopTime;

/** How far a shopper may put his next payment off, so that he does not run on without paying. */
final class PuttingOff {

  private PuttingOff() {}

  /** A payment that was put off is not put off again before it is made. */
  static void requireFirst(Timeline timeline) {
    if (timeline.isUnpaid()) {
      throw new ActionRefusedException("The first payment cannot be skipped.");
    }
    if (timeline.paidUntil != null && timeline.nextPaymentAt.isAfter(timeline.paidUntil)) {
      throw new ActionRefusedException(
          "The next payment was put off already; another one can be skipped when it is made.");
    }
  }

  /** One interval after the paid term at the latest; a first payment not at all. */
  static void requireNear(Timeline timeline, Instant next, ShopTime time) {
    if (timeline.isUnpaid() && next.isAfter(timeline.nextPaymentAt)) {
      throw new ActionRefusedException("The first payment cannot be put off.");
    }
    Instant term = timeline.paidUntil == null ? timeline.nextPaymentAt : timeline.paidUntil;
    LocalDate latest = time.dateOf(term).plus(timeline.interval().times(1));
    if (time.dateOf(next).isAfter(latest)) {
      throw new ActionRefusedException(
          "The next payment can be put off until " + latest + " at the latest.");
    }
  }
}
