package org.evergreen.change.proration;

import org.evergreen.money.Working;
import org.joda.money.Money;

/** The difference for the days that are left is credited to the next payments. */
public final class Credit implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    Money credit = difference(change);
    Working working = working(change).and("Difference, credited to the next payments", credit);
    return Proration.credited(
        change, credit, Proration.Timing.DATE_KEPT, after(change, credit), working);
  }

  static Money difference(TermChange change) {
    return change.round(change.unused().minus(change.leftAtNewRate()).orZeroIfNegative());
  }

  static Working working(TermChange change) {
    return Steps.unused(change).and(Steps.atNewPrice(change));
  }

  static PaidTerm after(TermChange change, Money givenBack) {
    return change.term().from(change.now(), change.unused().minus(Fraction.of(givenBack)));
  }
}
