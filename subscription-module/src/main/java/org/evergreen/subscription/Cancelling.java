package org.evergreen.subscription;

import static org.evergreen.subscription.SubscriptionStatus.CANCELLED;
import static org.evergreen.subscription.SubscriptionStatus.PAST_DUE;
import static org.evergreen.subscription.SubscriptionStatus.PAUSED;
import static org.evergreen.subscription.SubscriptionStatus.PENDING;
import static org.evergreen.subscription.SubscriptionStatus.PENDING_CANCEL;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.evergreen.time.ShopTime;

/** What cancelling, at the end of the term or at once, and taking it back do to the dates. */
final class Cancelling {

  private static final int MAX_REASON = 500;

  private Cancelling() {}

  /**
   * Ends renewals. What is paid for is kept until the end of the term; when nothing is left of it,
   * or something is owed, it is over now.
   *
   * @param aligned whether payments stay on the day that the merchant named
   * @param noticeDays when the next payment is nearer than this, it is still made
   */
  static void cancel(
      Timeline timeline, ShopTime time, String reason, boolean aligned, int noticeDays) {
    StatusMachine.require(timeline.status, CANCELLED);
    Instant now = time.now();
    if (timeline.status == PAUSED) {
      Pausing.restoreDates(timeline, time, aligned);
    }
    if (mustStillPay(timeline, time, noticeDays)) {
      timeline.endsAt = timeline.schedule(time.zone()).payment(timeline.nextCycle + 1);
    } else {
      timeline.endsAt = end(timeline, now);
      timeline.nextPaymentAt = null;
    }
    timeline.become(timeline.endsAt.isAfter(now) ? PENDING_CANCEL : CANCELLED);
    note(timeline, now, reason);
  }

  private static boolean mustStillPay(Timeline timeline, ShopTime time, int noticeDays) {
    return !timeline.isUnpaid()
        && timeline.status != PAST_DUE
        && timeline.nextPaymentAt != null
        && isLate(time, time.now(), timeline.nextPaymentAt, noticeDays);
  }

  /**
   * Whether a payment is still ahead when notice is given, but nearer than the days of the shop
   * that it needs.
   */
  static boolean isLate(ShopTime time, Instant notice, Instant payment, int noticeDays) {
    return payment.isAfter(notice)
        && ChronoUnit.DAYS.between(time.dateOf(notice), time.dateOf(payment)) < noticeDays;
  }

  /** The next payment's date if it is in the future, else the end if it is set, else now. */
  private static Instant end(Timeline timeline, Instant now) {
    if (timeline.status == PAST_DUE || timeline.status == PENDING) {
      return now;
    }
    if (timeline.nextPaymentAt != null && timeline.nextPaymentAt.isAfter(now)) {
      return timeline.nextPaymentAt;
    }
    return timeline.endsAt != null && timeline.endsAt.isAfter(now) ? timeline.endsAt : now;
  }

  /** It is over, whatever was paid for. */
  static void cancelNow(Timeline timeline, ShopTime time, String reason) {
    timeline.become(CANCELLED);
    timeline.nextPaymentAt = null;
    timeline.endsAt = time.now();
    timeline.pausedAt = null;
    timeline.pausedUntil = null;
    timeline.keptPaymentAt = null;
    note(timeline, time.now(), reason);
  }

  private static void note(Timeline timeline, Instant now, String reason) {
    timeline.cancelledAt = timeline.cancelledAt == null ? now : timeline.cancelledAt;
    timeline.cancelReason = shortened(reason);
  }

  static String shortened(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON);
  }

  /** Restores the status and the dates from before the cancellation. */
  static void undo(Timeline timeline, Instant now) {
    SubscriptionStatus back = timeline.running();
    if (timeline.status != PENDING_CANCEL) {
      throw TransitionRefusedException.because(timeline.status, back, "no cancellation is pending");
    }
    if (!timeline.endsAt.isAfter(now)) {
      throw TransitionRefusedException.because(
          timeline.status, back, "its term ended at " + timeline.endsAt);
    }
    timeline.become(back);
    timeline.cancelledAt = null;
    timeline.cancelReason = null;
    if (timeline.nextPaymentAt != null) {
      timeline.endsAt = null;
    } else if (timeline.hasPaymentsLeft()) {
      timeline.nextPaymentAt = timeline.endsAt;
      timeline.endsAt = null;
    }
  }
}
