package org.evergreen.demo.checkout;

import org.joda.money.Money;

/** What became of a checkout. */
public sealed interface CheckoutResult {

  /** There is an order; it is paid, or its page tells how far the payment has come. */
  record Ordered(String number) implements CheckoutResult {}

  /** There is an order; it is paid when the shopper has confirmed the payment with his bank. */
  record AskTheBank(String number) implements CheckoutResult {}

  /**
   * The card was refused. Nothing was charged and the cart is as it was.
   *
   * @param reason for the shopper, with what to do
   */
  record NotPaid(String reason) implements CheckoutResult {}

  /** The cart costs something else than what the shopper saw; nothing was charged. */
  record TotalChanged(Money seen, Money now) implements CheckoutResult {}

  /** The cart is empty or holds something that cannot be bought; nothing was charged. */
  record CartNeedsAttention() implements CheckoutResult {}
}
