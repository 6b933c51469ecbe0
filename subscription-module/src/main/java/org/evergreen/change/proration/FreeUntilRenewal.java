package org.evergreen.change.proration;

import org.evergreen.money.Working;

/** The change is made now and costs nothing until the next payment. */
public final class FreeUntilRenewal implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    PaidTerm after = change.term().from(change.now(), change.unused());
    Working working =
        Working.nothing()
            .and("Nothing to pay until " + Steps.day(Steps.end(change)))
            .and("New price from then on", change.next().perPayment());
    return Proration.free(change, Proration.Timing.DATE_KEPT, after, working);
  }
}
