package org.evergreen.change.proration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The running term of a line and what was really paid for it. Days are whole calendar days of the
 * shop's zone, so that neither the time of day nor the server's zone plays a part.
 *
 * @param start L in the docs
 * @param end T in the docs: the next payment
 * @param paid P in the docs: recurring part only, after discounts, less refunds, with the changes
 *     that were made before; it may hold fractions of a minor unit
 * @param cycleDays how many days a full payment lasts: those from start to end, except where the
 *     term was cut short, drawn out or paid with several payments; not always a whole number
 * @param zone the shop's
 */
public record PaidTerm(
    Instant start, Instant end, BigMoney paid, BigDecimal cycleDays, ZoneId zone) {

  public PaidTerm {
    cycleDays = cycleDays.stripTrailingZeros();
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(zone, "zone");
    if (paid.isNegative() || cycleDays.compareTo(BigDecimal.ONE) < 0) {
      throw new IllegalArgumentException(
          "Not a paid term: " + paid + " for cycles of " + cycleDays + " days");
    }
  }

  /** A term that one full payment pays for. */
  public static PaidTerm full(Instant start, Instant end, Money paid, ZoneId zone) {
    long days = days(start, end, zone);
    return new PaidTerm(start, end, paid.toBigMoney(), BigDecimal.valueOf(Math.max(1, days)), zone);
  }

  public CurrencyUnit currency() {
    return paid.getCurrencyUnit();
  }

  /** Days from the start to a moment; 0 on the first day. */
  public long used(Instant now) {
    return Math.max(0, days(start, now, zone));
  }

  /** Days from a moment to the end; 0 on the last day and after it. */
  public long left(Instant now) {
    return Math.max(0, days(now, end, zone));
  }

  /** What one day was paid with. */
  Fraction dailyRate(Instant now) {
    long term = used(now) + left(now);
    return term == 0 ? Fraction.ZERO : Fraction.of(paid).dividedBy(term);
  }

  /** What the days that are left were paid with. */
  Fraction unused(Instant now) {
    return dailyRate(now).times(left(now));
  }

  /** What the days that are left were paid with, rounded to the minor unit. */
  public Money unusedRounded(Instant now) {
    return unused(now).round(currency());
  }

  /**
   * The term as it goes on after a change: from the moment of the change on, paid with what is left
   * over.
   */
  PaidTerm from(Instant now, Fraction value) {
    return new PaidTerm(now, end, value.orZeroIfNegative().toBigMoney(currency()), cycleDays, zone);
  }

  /** The same up to another end. */
  PaidTerm until(Instant newEnd) {
    return new PaidTerm(start, newEnd, paid, cycleDays, zone);
  }

  LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  static long days(Instant from, Instant to, ZoneId zone) {
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone));
  }
}
