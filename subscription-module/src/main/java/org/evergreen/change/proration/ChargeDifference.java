package org.evergreen.change.proration;

import org.evergreen.money.Working;
import org.joda.money.Money;

/**
 * The difference for the days that are left is paid now and the date is kept. Without a common date
 * to keep, a new cycle starts now.
 */
public final class ChargeDifference implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    if (!change.keepsInterval()) {
      return new Restart().settle(change);
    }
    Fraction difference = change.leftAtNewRate().minus(change.unused()).orZeroIfNegative();
    Money due = change.round(difference);
    Working working =
        Steps.unused(change).and(Steps.atNewPrice(change)).and("Difference to pay now", due);
    PaidTerm after = change.term().from(change.now(), change.unused().plus(Fraction.of(due)));
    return Proration.due(change, due, Proration.Timing.DATE_KEPT, after, working);
  }
}
