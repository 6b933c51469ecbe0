package org.evergreen.settings;

import org.evergreen.money.Percentage;

/** What a shopper is offered before he cancels. */
public sealed interface SaveOffer {

  /** Nothing. */
  record None() implements SaveOffer {}

  /** To pause instead. */
  record Pause() implements SaveOffer {}

  /**
   * Something off the next payments. A subscription gets it once.
   *
   * @param percent more than 0
   * @param payments off how many payments, at least 1
   */
  record Discount(Percentage percent, int payments) implements SaveOffer {

    public Discount {
      if (percent.isZero() || payments < 1) {
        throw new IllegalArgumentException(
            "Not an offer: " + percent + " off " + payments + " payments");
      }
    }
  }

  /** To switch to a cheaper plan of the change group instead. */
  record CheaperPlan() implements SaveOffer {}
}
