package org.evergreen.change.proration;

import java.util.Objects;
import org.evergreen.money.Working;
import org.joda.money.Money;

/**
 * What a policy makes of a change. All amounts are in the terms of the shop's prices, before tax is
 * added where it is.
 *
 * @param dueNow to be paid before the change is applied, zero or more
 * @param credit goes to the subscription's credit balance, zero or more
 * @param refund goes back to the card, zero or more
 * @param timing when the change takes place and what becomes of the next payment
 * @param after what the line has a right to after the change; unchanged when it is scheduled
 * @param working how the amounts came about
 */
public record Proration(
    Money dueNow, Money credit, Money refund, Timing timing, PaidTerm after, Working working) {

  /** When a change takes place and what becomes of the next payment. */
  public enum Timing {
    /** Now; the next payment's date is kept. */
    DATE_KEPT,
    /** Now; a new cycle starts now. */
    CYCLE_STARTS_NOW,
    /** Now; the next payment moves to the end of the term after the change. */
    DATE_MOVED,
    /** With the next payment. */
    AT_RENEWAL
  }

  public Proration {
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(working, "working");
    if (dueNow.isNegative() || credit.isNegative() || refund.isNegative()) {
      throw new IllegalArgumentException(
          "No amount of a change is negative: " + dueNow + ", " + credit + ", " + refund);
    }
  }

  static Proration free(TermChange change, Timing timing, PaidTerm after, Working working) {
    Money zero = Money.zero(change.currency());
    return new Proration(zero, zero, zero, timing, after, working);
  }

  static Proration due(
      TermChange change, Money dueNow, Timing timing, PaidTerm after, Working working) {
    Money zero = Money.zero(change.currency());
    return new Proration(dueNow, zero, zero, timing, after, working);
  }

  static Proration credited(
      TermChange change, Money credit, Timing timing, PaidTerm after, Working working) {
    Money zero = Money.zero(change.currency());
    return new Proration(zero, credit, zero, timing, after, working);
  }

  /** Whether the change waits for the next payment. */
  public boolean isScheduled() {
    return timing == Timing.AT_RENEWAL;
  }
}
