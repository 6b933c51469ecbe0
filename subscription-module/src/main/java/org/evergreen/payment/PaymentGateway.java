package org.evergreen.payment;

import java.time.Duration;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;

/**
 * A payment service provider. Implementations are called outside of database transactions, from
 * several threads at once, and never throw for what a gateway can answer: a failure that leaves the
 * outcome open is {@link ChargeOutcome.Unknown} or {@link RefundOutcome.Unknown}.
 */
public interface PaymentGateway {

  /** Short name kept with every charge and payment method, for example {@code sandbox}. */
  String name();

  /** Charges a stored method. Asked twice under one key it charges once and answers the same. */
  ChargeOutcome charge(ChargeRequest request);

  /** What became of the charge with this key. */
  LookUp lookUp(IdempotencyKey key);

  /**
   * What became of a charge of which more than the key is known. A gateway that finds it more
   * surely by its own reference or among the charges of a stored method does so.
   */
  default LookUp lookUp(ChargeTrace trace) {
    return lookUp(trace.key());
  }

  /**
   * Gives up a charge that waits for the shopper, so that it can never succeed. Repeatable.
   *
   * @return what is true of the charge now: {@link ChargeOutcome.Canceled}, or what else became of
   *     it before it could be given up
   */
  LookUp cancel(GatewayCharge charge);

  /**
   * Gives money back out of a charge that succeeded. Asked twice under one key it refunds once and
   * answers the same.
   */
  RefundOutcome refund(RefundRequest request);

  /** What became of the refund with the key of this request. */
  RefundLookUp lookUpRefund(RefundRequest request);

  /**
   * Describes a payment method that the shopper handed to the gateway in his browser.
   *
   * @throws UnknownPaymentMethodException if the gateway does not know the token
   */
  MethodDetails describe(String methodToken);

  /**
   * Takes over a payment method that a shopper handed to the gateway in his browser, so that it can
   * be charged while he is away.
   *
   * @return the token to keep, which need not be the one from the browser
   * @throws UnknownPaymentMethodException if the gateway does not know the token, refuses the
   *     method or has it for somebody else
   */
  default MethodToKeep adopt(CustomerId customer, String browserToken) {
    return new MethodToKeep(browserToken, describe(browserToken));
  }

  /**
   * How long the card's network wants nobody to try it again after a decline; empty when it does
   * not say so. A retry ladder waits at least this long.
   */
  default Optional<Duration> waitAfter(Decline decline) {
    return Optional.empty();
  }
}
