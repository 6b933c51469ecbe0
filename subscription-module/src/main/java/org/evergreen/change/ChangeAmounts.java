package org.evergreen.change;

import org.joda.money.Money;

/**
 * What a change costs and gives back. All in the subscription's currency, none below zero.
 *
 * @param dueNow what the change costs now, in the terms of the shop's prices, with a sign-up fee
 * @param tax on it and on shipping
 * @param shipping before tax
 * @param total of the order that is placed for it, with tax and shipping
 * @param fromCredit the part of the total that the credit balance pays
 * @param credited what goes to the credit balance
 * @param refunded what goes back to the card
 */
public record ChangeAmounts(
    Money dueNow,
    Money tax,
    Money shipping,
    Money total,
    Money fromCredit,
    Money credited,
    Money refunded) {

  public ChangeAmounts {
    if (fromCredit.isGreaterThan(total)) {
      throw new IllegalArgumentException("A credit of " + fromCredit + " pays " + total);
    }
  }

  /** What is charged to the payment method now. */
  public Money toPay() {
    return total.minus(fromCredit);
  }
}
