package org.evergreen.subscription;

import org.joda.money.Money;

/**
 * A movement on the credit of a subscription.
 *
 * @param amount above zero when the shopper gets it, below when it is used
 * @param reference what it belongs to, for example {@code change-12} or {@code renewal-9}; together
 *     with the reason it is entered once. At most 80 characters
 */
public record CreditEntry(
    SubscriptionId subscription, Money amount, Reason reason, String reference) {

  /** What a credit comes from or goes to. */
  public enum Reason {
    /** What was left of the old plan, product or quantity. */
    CHANGE,
    /** Used for a renewal. */
    RENEWAL,
    /** Back from a renewal that was given up. */
    RENEWAL_VOIDED,
    /** Given by the merchant. */
    MERCHANT,
    /** Taken along to the subscription that goes on from this one. */
    RESUBSCRIBED
  }

  private static final int MAX_REFERENCE = 80;

  public CreditEntry {
    if (amount.isZero()) {
      throw new IllegalArgumentException("A credit entry is not zero: " + reference);
    }
    if (reference.isBlank() || reference.length() > MAX_REFERENCE) {
      throw new IllegalArgumentException(
          "A credit's reference is 1 to " + MAX_REFERENCE + " characters, not '" + reference + "'");
    }
  }
}
