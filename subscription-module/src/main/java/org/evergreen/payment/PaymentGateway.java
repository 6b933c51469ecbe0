package org.evergreen.payment;

/**
 * A payment service provider. Implementations are called outside of database transactions, from
 * several threads at once, and never throw for what a gateway can answer: a failure that leaves the
 * outcome open is {@link ChargeOutcome.Unknown}.
 */
public interface PaymentGateway {

  /** Short name kept with every charge and payment method, for example {@code sandbox}. */
  String name();

  /** Charges a stored method. Asked twice under one key it charges once and answers the same. */
  ChargeOutcome charge(ChargeRequest request);

  /** What became of the charge with this key. */
  LookUp lookUp(IdempotencyKey key);

  /**
   * Describes a payment method that the shopper handed to the gateway in his browser.
   *
   * @throws UnknownPaymentMethodException if the gateway does not know the token
   */
  MethodDetails describe(String methodToken);
}
