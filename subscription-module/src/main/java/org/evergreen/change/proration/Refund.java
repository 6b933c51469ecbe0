package org.evergreen.change.proration;

import org.joda.money.Money;

/** The difference for the days that are left goes back to the card; only a merchant may do this. */
public final class Refund implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    Money refund = Credit.difference(change);
    Money zero = Money.zero(change.currency());
    return new Proration(
        zero,
        zero,
        refund,
        Proration.Timing.DATE_KEPT,
        Credit.after(change, refund),
        Credit.working(change).and("Difference, paid back to the card", refund));
  }
}
