package org.evergreen.change.proration;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The same amounts worked out in another way: days are counted one by one on the calendar, and all
 * money is counted in whole grains, so small that every day of the term is worth a whole number of
 * them.
 */
final class DayByDay {

  private final CurrencyUnit currency;
  private final BigInteger grainsPerUnit;
  private final BigInteger oldDay;
  private final BigInteger newDay;
  private final BigInteger newPrice;
  private final long left;

  private DayByDay(
      CurrencyUnit currency, long term, long cycle, long left, BigInteger paid, BigInteger price) {
    this.currency = currency;
    this.left = left;
    grainsPerUnit = BigInteger.valueOf(Math.max(1, term)).multiply(BigInteger.valueOf(cycle));
    oldDay = term == 0 ? BigInteger.ZERO : paid.multiply(BigInteger.valueOf(cycle));
    newDay = price.multiply(BigInteger.valueOf(Math.max(1, term)));
    newPrice = price.multiply(grainsPerUnit);
  }

  static DayByDay of(TermChange change) {
    PaidTerm term = change.term();
    LocalDate start = LocalDate.ofInstant(term.start(), term.zone());
    LocalDate today = LocalDate.ofInstant(change.now(), term.zone());
    LocalDate end = LocalDate.ofInstant(term.end(), term.zone());
    LocalDate afterOneNewCycle =
        LocalDateTime.ofInstant(term.start(), term.zone())
            .plus(change.next().interval().times(1))
            .toLocalDate();
    long cycle = change.keepsInterval() ? count(start, end) : count(start, afterOneNewCycle);
    return new DayByDay(
        term.currency(),
        count(start, end),
        Math.max(1, cycle),
        count(today, end),
        BigInteger.valueOf(term.paid().toMoney().getAmountMinorLong()),
        BigInteger.valueOf(change.next().perPayment().getAmountMinorLong()));
  }

  private static long count(LocalDate from, LocalDate to) {
    long days = 0;
    for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
      days++;
    }
    return days;
  }

  Money difference() {
    return money(sumOfDaysLeft(newDay).subtract(sumOfDaysLeft(oldDay)));
  }

  Money credit() {
    return money(sumOfDaysLeft(oldDay).subtract(sumOfDaysLeft(newDay)));
  }

  Money restart() {
    return money(newPrice.subtract(sumOfDaysLeft(oldDay)));
  }

  /** Takes the price of a day off what is left as often as it goes. */
  long daysBought() {
    return sumOfDaysLeft(oldDay).divide(newDay).longValueExact();
  }

  Money leftOver() {
    return money(sumOfDaysLeft(oldDay).mod(newDay));
  }

  private BigInteger sumOfDaysLeft(BigInteger day) {
    BigInteger sum = BigInteger.ZERO;
    for (long i = 0; i < left; i++) {
      sum = sum.add(day);
    }
    return sum;
  }

  private Money money(BigInteger grains) {
    BigInteger twice = grains.max(BigInteger.ZERO).shiftLeft(1).add(grainsPerUnit);
    return Money.ofMinor(currency, twice.divide(grainsPerUnit.shiftLeft(1)).longValueExact());
  }
}
