package org.evergreen.change.proration;

import org.evergreen.money.Working;

/**
 * A change before anything was paid: it costs nothing and the trial goes on if the new plan has
 * one, else the new plan starts now and its first payment is due.
 */
public final class InTrial implements ProrationPolicy {

  private final boolean trialGoesOn;

  public InTrial(boolean trialGoesOn) {
    this.trialGoesOn = trialGoesOn;
  }

  @Override
  public Proration settle(TermChange change) {
    return trialGoesOn ? goOn(change) : startNow(change);
  }

  private static Proration goOn(TermChange change) {
    Working working =
        Working.nothing()
            .and("Nothing to pay before " + Steps.day(Steps.end(change)))
            .and("First payment then", change.next().perPayment());
    PaidTerm after = change.term().from(change.now(), Fraction.ZERO);
    return Proration.free(change, Proration.Timing.DATE_KEPT, after, working);
  }

  private static Proration startNow(TermChange change) {
    PaidTerm after = change.restarted();
    Working working =
        Working.nothing()
            .and("The new plan has no trial and starts now")
            .and(
                "First payment, for today to " + Steps.day(after.date(after.end())),
                change.next().perPayment());
    return Proration.due(
        change, change.next().perPayment(), Proration.Timing.CYCLE_STARTS_NOW, after, working);
  }
}
