package org.evergreen.change.proration;

/** What was paid buys more days at the new rate. */
public final class Extend implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    return DaysBought.settle(change);
  }
}
