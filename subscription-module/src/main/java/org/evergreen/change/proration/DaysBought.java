package org.evergreen.change.proration;

import java.math.BigInteger;
import org.evergreen.money.Working;
import org.joda.money.Money;

/**
 * What is left of the old price buys whole days at the new rate; the remainder that does not fill a
 * day is credited.
 */
final class DaysBought {

  /** More than a lifetime of payments is no date; such a rest is credited instead. */
  private static final BigInteger MOST_DAYS = BigInteger.valueOf(36_500);

  private DaysBought() {}

  static Proration settle(TermChange change) {
    if (change.newRate().isZero()) {
      return new Credit().settle(change);
    }
    Fraction bought = change.unused().dividedBy(change.newRate());
    if (bought.floor().compareTo(MOST_DAYS) > 0) {
      return new Credit().settle(change);
    }
    long days = bought.floor().longValueExact();
    Fraction value = change.newRate().times(days);
    Money credit = change.round(change.unused().minus(value));
    PaidTerm term = change.term();
    PaidTerm after =
        new PaidTerm(
            change.now(),
            change.inDays(days),
            value.toBigMoney(change.currency()),
            change.newCycleDays(),
            change.zone());
    return Proration.credited(
        change, credit, Proration.Timing.DATE_MOVED, after, working(change, days, after, credit));
  }

  private static Working working(TermChange change, long days, PaidTerm after, Money credit) {
    Working working =
        Steps.unused(change)
            .and("New price for " + Steps.cycle(change), change.next().perPayment())
            .and(
                "That buys "
                    + Steps.days(days)
                    + " at the new price, so the next payment is on "
                    + Steps.day(after.date(after.end())));
    return credit.isPositive()
        ? working.and("Left over, credited to the next payments", credit)
        : working;
  }
}
