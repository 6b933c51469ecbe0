package org.evergreen.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.evergreen.terms.BillingInterval;

/**
 * The payment dates of a subscription. Payment n is the anchor plus n intervals, counted from the
 * anchor each time, so that 31 January, 28 February, 31 March follow each other; the anchor's local
 * time is kept over daylight-saving changes. A local time that a day does not have moves forward by
 * the gap; one that occurs twice is taken at the first.
 *
 * <p>Cycles keep their numbers when the dates move from now on: the new anchor is then the date of
 * a later cycle. For the last day of a month the anchor may lie before cycle 0, in a month of 31
 * days.
 *
 * @param anchor local date and time of payment {@code anchorCycle} in the shop's zone
 * @param anchorCycle the number of the payment at the anchor; negative when it lies before the
 *     first
 * @param interval time between two payments
 * @param zone the shop's zone
 */
public record Schedule(
    LocalDateTime anchor, int anchorCycle, BillingInterval interval, ZoneId zone) {

  /** A schedule whose anchor is payment 0. */
  public Schedule(LocalDateTime anchor, BillingInterval interval, ZoneId zone) {
    this(anchor, 0, interval, zone);
  }

  public Schedule {
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(zone, "zone");
  }

  /**
   * The instant at which payment {@code cycle} is due.
   *
   * @param cycle counted from 0
   */
  public Instant payment(int cycle) {
    if (cycle < 0) {
      throw new IllegalArgumentException("Payments are counted from 0, not " + cycle);
    }
    return anchor.plus(interval.times(cycle - anchorCycle)).atZone(zone).toInstant();
  }

  /**
   * The cycle to bill when payment {@code due} is found at {@code now}: cycles that were missed as
   * a whole are left out, so it is the last one not after now, but never one before {@code due}.
   * Takes the same time however long ago {@code due} was.
   */
  public int currentCycle(int due, Instant now) {
    if (due < 0) {
      throw new IllegalArgumentException("Payments are counted from 0, not " + due);
    }
    // A count of local calendar units lies within a cycle or two of the answer: month ends and
    // daylight saving move single payments, never the order of them.
    int whole = interval.wholeBetween(anchor, LocalDateTime.ofInstant(now, zone));
    int cycle = Math.max(due, anchorCycle + whole);
    while (cycle > due && payment(cycle).isAfter(now)) {
      cycle--;
    }
    while (!payment(cycle + 1).isAfter(now)) {
      cycle++;
    }
    return cycle;
  }

  /** The first cycle from {@code from} on whose payment is not before {@code at}. */
  public int cycleFrom(int from, Instant at) {
    int cycle = currentCycle(from, at);
    return payment(cycle).isBefore(at) ? cycle + 1 : cycle;
  }

  /** The dates of {@code count} payments from {@code cycle} on. */
  public List<Instant> preview(int cycle, int count) {
    return IntStream.range(cycle, cycle + count).mapToObj(this::payment).toList();
  }

  /**
   * The dates of {@code count} payments of which the first may have been moved once.
   *
   * @param next when payment {@code cycle} is made
   */
  public List<Instant> preview(Instant next, int cycle, int count) {
    return IntStream.range(cycle, cycle + count)
        .mapToObj(number -> number == cycle ? next : payment(number))
        .toList();
  }

  /** The schedule that goes on from a new date; all later payments are counted from it. */
  public Schedule anchoredAt(int cycle, LocalDateTime date) {
    return new Schedule(date, cycle, interval, zone);
  }

  /**
   * The schedule after a payment that came late, when the merchant counts from the payment.
   *
   * @param cycle the cycle that was paid
   */
  public Schedule restartedAt(int cycle, Instant paidAt) {
    return anchoredAt(cycle, LocalDateTime.ofInstant(paidAt, zone));
  }

  /** The same dates up to the anchor, then another interval. */
  public Schedule every(BillingInterval other) {
    return new Schedule(anchor, anchorCycle, other, zone);
  }
}
