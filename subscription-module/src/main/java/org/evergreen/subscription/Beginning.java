package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Trial;

/**
 * The dates with which a subscription begins. Without a trial the first order pays cycle 0 and the
 * next payment is cycle 1; with a trial cycle 0 is due when the trial ends.
 *
 * @param status TRIALING or ACTIVE
 * @param anchor local date and time of payment 0 in the shop's zone
 * @param nextCycle the cycle of the next payment
 * @param paymentsLeft how many payments are still to come; empty when it runs until cancelled
 * @param trialEndsAt empty without a trial
 * @param nextPaymentAt empty when the first order was the only payment
 * @param lastPaymentAt empty in a trial
 * @param paidUntil end of the term that the shopper has a right to now
 * @param endsAt when it is over; empty while payments are to come
 */
public record Beginning(
    SubscriptionStatus status,
    LocalDateTime anchor,
    int nextCycle,
    OptionalInt paymentsLeft,
    Optional<Instant> trialEndsAt,
    Optional<Instant> nextPaymentAt,
    Optional<Instant> lastPaymentAt,
    Instant paidUntil,
    Optional<Instant> endsAt) {

  /**
   * Works out the dates.
   *
   * @param start when the first order was paid
   * @param length number of payments, empty for no end
   */
  public static Beginning at(
      Instant start,
      ZoneId zone,
      BillingInterval interval,
      Optional<Trial> trial,
      OptionalInt length) {
    LocalDateTime local = LocalDateTime.ofInstant(start, zone);
    return trial.isPresent()
        ? withTrial(local.plus(trial.get().length().times(1)), zone, interval, length)
        : paidAtOnce(start, new Schedule(local, interval, zone), length);
  }

  private static Beginning withTrial(
      LocalDateTime anchor, ZoneId zone, BillingInterval interval, OptionalInt length) {
    Instant end = new Schedule(anchor, interval, zone).payment(0);
    return new Beginning(
        SubscriptionStatus.TRIALING,
        anchor,
        0,
        length,
        Optional.of(end),
        Optional.of(end),
        Optional.empty(),
        end,
        Optional.empty());
  }

  private static Beginning paidAtOnce(Instant start, Schedule schedule, OptionalInt length) {
    Instant next = schedule.payment(1);
    boolean only = length.isPresent() && length.getAsInt() == 1;
    return new Beginning(
        SubscriptionStatus.ACTIVE,
        schedule.anchor(),
        1,
        length.isPresent() ? OptionalInt.of(length.getAsInt() - 1) : length,
        Optional.empty(),
        only ? Optional.empty() : Optional.of(next),
        Optional.of(start),
        next,
        only ? Optional.of(next) : Optional.empty());
  }
}
