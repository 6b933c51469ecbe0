package org.evergreen.change.proration;

import org.evergreen.money.Working;
import org.joda.money.Money;

/**
 * The full new price less what is left of the old is paid now and a new cycle starts now. What the
 * new price does not use up is credited.
 */
public final class Restart implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    PaidTerm after = change.restarted();
    Fraction price = Fraction.of(change.next().perPayment());
    Fraction difference = price.minus(change.unused());
    Money due = change.round(difference.orZeroIfNegative());
    Money credit = change.round(change.unused().minus(price).orZeroIfNegative());
    Working working =
        Steps.unused(change)
            .and(
                "New price from today to " + Steps.day(after.date(after.end())),
                change.next().perPayment());
    return credit.isPositive()
        ? Proration.credited(
            change,
            credit,
            Proration.Timing.CYCLE_STARTS_NOW,
            after,
            working.and("Left over, credited to the next payments", credit))
        : Proration.due(
            change, due, Proration.Timing.CYCLE_STARTS_NOW, after, working.and("To pay now", due));
  }
}
