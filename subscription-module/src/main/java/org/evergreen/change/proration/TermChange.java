package org.evergreen.change.proration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A change within a running paid term: what the policies work on.
 *
 * @param term what was paid, and for which time
 * @param interval time between two payments until now
 * @param next what it is to cost
 * @param now the moment of the change
 */
public record TermChange(PaidTerm term, BillingInterval interval, NewPrice next, Instant now) {

  public TermChange {
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(now, "now");
    if (!term.currency().equals(next.perPayment().getCurrencyUnit())) {
      throw new IllegalArgumentException(
          "Paid in " + term.currency() + ", to be paid in " + next.perPayment().getCurrencyUnit());
    }
  }

  /** Whether there is a common date to keep. */
  public boolean keepsInterval() {
    return interval.equals(next.interval());
  }

  CurrencyUnit currency() {
    return term.currency();
  }

  ZoneId zone() {
    return term.zone();
  }

  long left() {
    return term.left(now);
  }

  Fraction oldRate() {
    return term.dailyRate(now);
  }

  /** What one day costs after the change. */
  Fraction newRate() {
    return Fraction.of(next.perPayment()).dividedBy(Fraction.of(newCycleDays()));
  }

  /** How many days a full payment of the new price lasts. */
  BigDecimal newCycleDays() {
    return keepsInterval()
        ? term.cycleDays()
        : BigDecimal.valueOf(cycleDays(term.start(), next.interval()));
  }

  private int cycleDays(Instant from, BillingInterval interval) {
    Schedule cycle = new Schedule(LocalDateTime.ofInstant(from, zone()), interval, zone());
    return Math.toIntExact(Math.max(1, PaidTerm.days(from, cycle.payment(1), zone())));
  }

  Fraction unused() {
    return term.unused(now);
  }

  /** What the days that are left cost at the new rate. */
  Fraction leftAtNewRate() {
    return newRate().times(left());
  }

  Money round(Fraction value) {
    return value.round(currency());
  }

  /**
   * Whether the new daily rate is higher or lower. Rates that come to the same amount over a cycle
   * are equal: what earlier changes rounded must not decide.
   */
  public Direction direction() {
    Fraction more = newRate().minus(oldRate()).times(Fraction.of(newCycleDays()));
    int sign = more.round(currency()).getAmount().signum();
    return sign > 0 ? Direction.UPGRADE : sign < 0 ? Direction.DOWNGRADE : Direction.CROSS_GRADE;
  }

  /** Whether the new interval is the longer one, so that more is paid in advance. */
  public boolean lengthensInterval() {
    return !keepsInterval()
        && cycleDays(term.start(), next.interval()) > cycleDays(term.start(), interval);
  }

  /** The new term when a cycle starts now and its price is paid in full. */
  PaidTerm restarted() {
    Instant end =
        new Schedule(LocalDateTime.ofInstant(now, zone()), next.interval(), zone()).payment(1);
    return PaidTerm.full(now, end, next.perPayment(), zone());
  }

  /** The moment a number of days from today, at the time of day of the running term's end. */
  Instant inDays(long days) {
    LocalDateTime end = LocalDateTime.ofInstant(term.end(), zone());
    Instant moved =
        term.date(now).plusDays(days).atTime(end.toLocalTime()).atZone(zone()).toInstant();
    return moved.isBefore(now) ? now : moved;
  }
}
