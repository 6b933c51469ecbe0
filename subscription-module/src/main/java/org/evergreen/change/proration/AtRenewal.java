package org.evergreen.change.proration;

import org.evergreen.money.Working;

/** The change waits for the next payment; until then everything stays. */
public final class AtRenewal implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    Working working =
        Working.nothing()
            .and("What is paid for stays until " + Steps.day(Steps.end(change)))
            .and("New price from then on", change.next().perPayment());
    return Proration.free(change, Proration.Timing.AT_RENEWAL, change.term(), working);
  }
}
