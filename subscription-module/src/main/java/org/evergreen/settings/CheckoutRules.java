package org.evergreen.settings;

/**
 * What a cart may hold and offer.
 *
 * @param mixing whether one-time items and items under a plan may be in one order
 * @param billingDay whether a shopper is offered his existing billing day for a new subscription
 * @param gifts whether a line may be given to somebody else
 */
public record CheckoutRules(boolean mixing, boolean billingDay, boolean gifts) {

  public static CheckoutRules defaults() {
    return new CheckoutRules(true, true, true);
  }
}
