package org.evergreen.demo.checkout;

import org.evergreen.payment.PaymentMethodId;

/** What a shopper wants to pay with. */
public sealed interface WalletChoice {

  /** One of his stored methods; a new card is one by now. */
  record Chosen(PaymentMethodId method) implements WalletChoice {}

  /**
   * Nothing that can be used.
   *
   * @param advice for the shopper
   */
  record None(String advice) implements WalletChoice {}
}
