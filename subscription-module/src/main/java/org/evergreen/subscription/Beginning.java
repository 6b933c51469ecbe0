package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.AlignedStart;
import org.evergreen.calendar.Part;
import org.evergreen.calendar.Schedule;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Trial;

/**
 * The dates with which a subscription begins. Without a trial the first order pays cycle 0 and the
 * next payment is cycle 1; with a trial the first payment is due when the trial ends. Payments that
 * are aligned to a day begin as {@link AlignedStart} says.
 *
 * @param status TRIALING or ACTIVE
 * @param schedule its payment dates
 * @param nextCycle the cycle of the next payment
 * @param paid the part of the price that the first order pays; a part that leads to the aligned day
 *     is no payment that counts for the length
 * @param paymentsLeft how many payments are still to come; empty when it runs until cancelled
 * @param trialEndsAt empty without a trial
 * @param nextPaymentAt empty when the first order was the only payment
 * @param lastPaymentAt when the first order paid something of the price; empty in a trial
 * @param paidUntil end of the term that the shopper has a right to now
 * @param endsAt when it is over; empty while payments are to come
 */
public record Beginning(
    SubscriptionStatus status,
    Schedule schedule,
    int nextCycle,
    Part paid,
    OptionalInt paymentsLeft,
    Optional<Instant> trialEndsAt,
    Optional<Instant> nextPaymentAt,
    Optional<Instant> lastPaymentAt,
    Instant paidUntil,
    Optional<Instant> endsAt) {

  /**
   * Works out the dates of what is bought under an offer.
   *
   * @param start when the first order was paid
   */
  public static Beginning of(PlanOffer offer, Instant start, ZoneId zone) {
    return at(start, zone, offer.interval(), offer.trial(), offer.length(), offer.alignment());
  }

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
    return at(start, zone, interval, trial, length, Optional.empty());
  }

  private static Beginning at(
      Instant start,
      ZoneId zone,
      BillingInterval interval,
      Optional<Trial> trial,
      OptionalInt length,
      Optional<Alignment> alignment) {
    LocalDateTime local = LocalDateTime.ofInstant(start, zone);
    if (trial.isPresent()) {
      LocalDateTime end = local.plus(trial.get().length().times(1));
      return afterTrial(FirstDates.of(end, interval, zone, alignment.map(Beginning::unprorated)))
          .with(length);
    }
    return atOnce(start, FirstDates.of(local, interval, zone, alignment)).with(length);
  }

  /** After a trial the first payment is whole: no order is left that could pay a part. */
  private static Alignment unprorated(Alignment alignment) {
    return alignment.firstPayment() == FirstPayment.PRORATED
        ? new Alignment(alignment.day(), FirstPayment.NOTHING_UNTIL_DAY, alignment.graceDays())
        : alignment;
  }

  private static Beginning afterTrial(FirstDates first) {
    Instant end = first.at();
    // When the trial's end pays for the cycle of the aligned day, or for one before it, that
    // payment is made at the end, and is the cycle before the next.
    int cycle = first.part().isNone() ? first.nextCycle() : first.nextCycle() - 1;
    Instant payment = first.part().isNone() ? first.schedule().payment(cycle) : end;
    return new Beginning(
        SubscriptionStatus.TRIALING,
        first.schedule(),
        cycle,
        Part.none(),
        OptionalInt.empty(),
        Optional.of(end),
        Optional.of(payment),
        Optional.empty(),
        payment,
        Optional.empty());
  }

  private static Beginning atOnce(Instant start, FirstDates first) {
    Instant next = first.schedule().payment(first.nextCycle());
    return new Beginning(
        SubscriptionStatus.ACTIVE,
        first.schedule(),
        first.nextCycle(),
        first.part(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.of(next),
        first.part().isNone() ? Optional.empty() : Optional.of(start),
        next,
        Optional.empty());
  }

  private Beginning with(OptionalInt length) {
    if (length.isEmpty()) {
      return this;
    }
    int left = length.getAsInt() - paymentsMade();
    boolean only = left <= 0;
    return new Beginning(
        status,
        schedule,
        nextCycle,
        paid,
        OptionalInt.of(left),
        trialEndsAt,
        only ? Optional.empty() : nextPaymentAt,
        lastPaymentAt,
        paidUntil,
        only ? Optional.of(paidUntil) : Optional.empty());
  }

  /** How many payments of the length the first order made: 1 or 0. */
  public int paymentsMade() {
    return paid.isWhole() ? 1 : 0;
  }

  /**
   * How the first payment lies to the regular dates.
   *
   * @param at the first day of what is paid
   */
  private record FirstDates(Instant at, Schedule schedule, Part part, int nextCycle) {

    static FirstDates of(
        LocalDateTime from, BillingInterval interval, ZoneId zone, Optional<Alignment> alignment) {
      Instant at = from.atZone(zone).toInstant();
      if (alignment.isEmpty()) {
        return new FirstDates(at, new Schedule(from, interval, zone), Part.whole(), 1);
      }
      AlignedStart start = AlignedStart.of(alignment.get(), interval, from.toLocalDate());
      Schedule schedule = start.schedule(alignment.get(), interval, from.toLocalTime(), zone);
      return new FirstDates(at, schedule, start.part(), start.nextCycle());
    }
  }
}
