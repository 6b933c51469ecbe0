package org.evergreen.change.proration;

/** Nothing is paid now; what was paid buys fewer days at the new rate. */
public final class Shorten implements ProrationPolicy {

  @Override
  public Proration settle(TermChange change) {
    return DaysBought.settle(change);
  }
}
