package org.evergreen.change;

/** Paying back to the card what a change left over. */
final class MoneyBack {

  /** What the reason of such a refund begins with. */
  static final String REASON = "Change ";

  private MoneyBack() {}
}
