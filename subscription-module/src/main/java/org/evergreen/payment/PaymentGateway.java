package org.evergreen.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

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

  /** Whether it is told what a charge pays for, line by line. */
  default boolean takesLines() {
    return false;
  }

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
   * What became of a charge of which nothing was heard for so long that it is not asked for again:
   * the gateway looks wherever it could be. {@link LookUp.NotFound} means that it surely never
   * arrived.
   */
  default LookUp lookUpEverywhere(ChargeTrace trace) {
    return lookUp(trace);
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
   * What pages need to talk to the gateway; empty when the shopper's browser never does, as with
   * the sandbox.
   */
  default Optional<BrowserSide> browserSide() {
    return Optional.empty();
  }

  /**
   * The gateway's form for a new payment method; empty when the gateway has none.
   *
   * @param due what will be charged at once with it; zero when nothing is
   */
  default Optional<BrowserForm> browserForm(Money due) {
    return Optional.empty();
  }

  /**
   * Begins to store a method that will be charged while the shopper is away: the page gets what the
   * gateway's form needs. Empty when the gateway needs no such thing.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default Optional<MethodSetup> beginStoring(CustomerId customer) {
    return Optional.empty();
  }

  /**
   * The browser token of the method that the shopper has entered, to be {@linkplain #adopt taken
   * over}.
   *
   * @param reference of what {@link #beginStoring} began
   * @throws UnknownPaymentMethodException if he has not finished, or it is not his
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default String finishStoring(CustomerId customer, String reference) {
    throw UnknownPaymentMethodException.at(name());
  }

  /**
   * Makes a stored method ready for charges while the shopper is away, when he pays nothing now.
   * The shopper is there to confirm.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default SetupOutcome setUp(String methodToken) {
    return new SetupOutcome.Ready();
  }

  /**
   * Takes a stored method from its customer, so that it can never be charged again. Repeatable.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default void detach(String methodToken) {}

  /**
   * A stored method as the gateway has it now, by its own key; empty when it no longer can be
   * charged.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default Optional<MethodToKeep> method(String reference) {
    try {
      return Optional.of(new MethodToKeep(reference, describe(reference)));
    } catch (UnknownPaymentMethodException gone) {
      return Optional.empty();
    }
  }

  /**
   * What the shopper's browser needs to confirm a charge that waits for him; empty when it does not
   * wait, or is confirmed elsewhere.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default Optional<BrowserPayment> confirmation(GatewayCharge charge) {
    return Optional.empty();
  }

  /** Whether a webhook is genuine, and what it is about. */
  default WebhookReading read(WebhookMessage message) {
    return new WebhookReading.Refused(
        WebhookReading.Reason.NOT_SET_UP, "The gateway '" + name() + "' sends no webhooks");
  }

  /** What events of a type are about. */
  default GatewayEvent.Kind kindOf(String eventType) {
    return GatewayEvent.Kind.OTHER;
  }

  /**
   * The refunds behind the gateway's key of a refund, or of a payment out of which they came.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default List<RefundFacts> refunds(String reference) {
    return List.of();
  }

  /**
   * A dispute as it is now; empty when the gateway does not know it.
   *
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default Optional<DisputeFacts> dispute(String reference) {
    return Optional.empty();
  }

  /**
   * Who left which method with a setup; empty when he has not finished, or is no customer of this
   * shop.
   *
   * @param reference the gateway's key of the setup
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default Optional<FinishedSetup> finishedSetup(String reference) {
    return Optional.empty();
  }

  /**
   * The gateway's key of the method whose owner took his consent to debits back; empty while the
   * consent holds.
   *
   * @param reference the gateway's key of the consent
   * @throws GatewayUnavailableException if the gateway does not answer
   */
  default Optional<String> methodWithoutConsent(String reference) {
    return Optional.empty();
  }

  /** How many requests it takes; empty when it takes any number. */
  default Optional<GatewayLimits> limits() {
    return Optional.empty();
  }

  /**
   * How long the card's network wants nobody to try it again after a decline; empty when it does
   * not say so. A retry ladder waits at least this long.
   */
  default Optional<Duration> waitAfter(Decline decline) {
    return Optional.empty();
  }
}
