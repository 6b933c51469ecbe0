package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every {@link PaymentGateway} promises. A gateway leaves out the methods that it cannot show;
 * the rules that need them are skipped.
 */
public abstract class GatewayContract {

  /** Stored payment methods by what becomes of their charges. */
  protected enum Stored {
    WORKS,
    LACKS_FUNDS,
    LOST,
    EXPIRED,
    DECLINED,
    NEEDS_SHOPPER,
    BANK_DEBIT,
    REFUSES_REFUNDS,
    /** The next charge happens, but its answer is lost. */
    ANSWER_IS_LOST,
    /** The next charge does not arrive. */
    REQUEST_IS_LOST
  }

  private final String run = UUID.randomUUID().toString();

  /** The gateway under test; the same within one test. */
  protected abstract PaymentGateway gateway();

  /** The token of a method that behaves like this, if the gateway has one. */
  protected abstract Optional<String> token(Stored method);

  /** The gateway's time. */
  protected abstract Instant now();

  private String stored(Stored method) {
    Optional<String> token = token(method);
    assumeTrue(token.isPresent(), "This gateway shows no method that is " + method);
    return token.orElseThrow();
  }

  private ChargeRequest request(Stored method, String amount) {
    return request("renewal-" + run, stored(method), usd(amount));
  }

  private static ChargeRequest request(String key, String token, Money amount) {
    return new ChargeRequest(
        new IdempotencyKey(key),
        amount,
        token,
        "Coffee",
        Map.of("purpose", "RENEWAL", "subject", "renewal-1", "charge", "1"));
  }

  private LookUp lookUp(ChargeRequest request) {
    return lookUp(request, Optional.empty());
  }

  private LookUp lookUp(ChargeRequest request, Optional<String> reference) {
    return gateway()
        .lookUp(new ChargeTrace(request.key(), request.methodToken(), reference, now()));
  }

  @Test
  void methodThatWorksIsCharged() {
    ChargeRequest request = request(Stored.WORKS, "9.90");

    ChargeOutcome outcome = gateway().charge(request);

    assertThat(outcome).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(outcome.reference()).isPresent();
    assertThat(lookUp(request)).isEqualTo(new LookUp.Found(outcome));
    assertThat(lookUp(request, outcome.reference())).isEqualTo(new LookUp.Found(outcome));
  }

  @Test
  void sameKeyChargesOnceAndAnswersTheSame() {
    ChargeRequest request = request(Stored.WORKS, "9.90");

    assertThat(gateway().charge(request)).isEqualTo(gateway().charge(request));
  }

  @Test
  void keyIsNotUsedForAnotherAmount() {
    ChargeRequest request = request(Stored.WORKS, "9.90");
    gateway().charge(request);
    ChargeRequest other = request(request.key().value(), request.methodToken(), usd("9.91"));

    assertThatThrownBy(() -> gateway().charge(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(request.key().value());
  }

  @ParameterizedTest
  @CsvSource({
    "LACKS_FUNDS, TRY_LATER",
    "DECLINED, TRY_LATER",
    "LOST, NEVER_AGAIN",
    "EXPIRED, NEEDS_NEW_METHOD"
  })
  void declineHasItsClassAndIsFoundAgain(Stored method, DeclineClass expected) {
    ChargeRequest request = request(method, "9.90");

    ChargeOutcome outcome = gateway().charge(request);

    assertThat(outcome).isInstanceOf(ChargeOutcome.Declined.class);
    Decline decline = ((ChargeOutcome.Declined) outcome).decline();
    assertThat(decline.declineClass()).isEqualTo(expected);
    assertThat(decline.code()).isNotBlank().hasSizeLessThanOrEqualTo(64);
    assertThat(decline.message()).endsWith(".");
    assertThat(lookUp(request)).isEqualTo(new LookUp.Found(outcome));
    assertThat(lookUp(request)).isEqualTo(new LookUp.Found(outcome));
  }

  @Test
  void chargeThatNeedsTheShopperWaits() {
    ChargeRequest request = request(Stored.NEEDS_SHOPPER, "9.90");

    ChargeOutcome outcome = gateway().charge(request);

    assertThat(outcome).isInstanceOf(ChargeOutcome.ActionRequired.class);
    assertThat(lookUp(request)).isEqualTo(new LookUp.Found(outcome));
  }

  @Test
  void chargeThatWaitsIsGivenUpForGood() {
    ChargeRequest request = request(Stored.NEEDS_SHOPPER, "9.90");
    String reference = gateway().charge(request).reference().orElseThrow();
    GatewayCharge charge = new GatewayCharge(request.key(), reference);
    LookUp.Found canceled = new LookUp.Found(new ChargeOutcome.Canceled(reference));

    assertThat(gateway().cancel(charge)).isEqualTo(canceled);
    assertThat(gateway().cancel(charge)).isEqualTo(canceled);
    assertThat(lookUp(request)).isEqualTo(canceled);
  }

  @Test
  void chargeThatSucceededIsNotGivenUp() {
    ChargeRequest request = request(Stored.WORKS, "9.90");
    ChargeOutcome paid = gateway().charge(request);
    String reference = paid.reference().orElseThrow();

    assertThat(gateway().cancel(new GatewayCharge(request.key(), reference)))
        .isEqualTo(new LookUp.Found(paid));
  }

  @Test
  void bankDebitIsUnderWay() {
    ChargeRequest request = request(Stored.BANK_DEBIT, "9.90");

    ChargeOutcome outcome = gateway().charge(request);

    assertThat(outcome).isInstanceOf(ChargeOutcome.Processing.class);
    assertThat(lookUp(request, outcome.reference())).isEqualTo(new LookUp.Found(outcome));
  }

  @Test
  void chargeThatWasNeverAskedForIsNotFound() {
    assertThat(lookUp(request(Stored.WORKS, "9.90"))).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void chargeWhoseAnswerIsLostIsFoundAndNotRepeated() {
    ChargeRequest request = request(Stored.ANSWER_IS_LOST, "9.90");

    assertThat(gateway().charge(request)).isInstanceOf(ChargeOutcome.Unknown.class);

    LookUp found = lookUp(request);
    assertThat(((LookUp.Found) found).outcome()).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(new LookUp.Found(gateway().charge(request))).isEqualTo(found);
  }

  @Test
  void chargeThatIsLostIsNotFoundAndSucceedsWhenRepeated() {
    ChargeRequest request = request(Stored.REQUEST_IS_LOST, "9.90");

    assertThat(gateway().charge(request)).isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(lookUp(request)).isInstanceOf(LookUp.NotFound.class);
    assertThat(gateway().charge(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(lookUp(request)).isInstanceOf(LookUp.Found.class);
  }

  @Test
  void refundsGiveBackNoMoreThanWasPaid() {
    GatewayCharge paid = paid(Stored.WORKS);
    RefundRequest part = refund("part", paid, "4.00");
    RefundRequest rest = refund("rest", paid, "5.90");

    RefundOutcome outcome = gateway().refund(part);

    assertThat(outcome).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(gateway().refund(part)).isEqualTo(outcome);
    assertThat(gateway().refund(refund("more", paid, "5.91")))
        .isInstanceOf(RefundOutcome.Refused.class);
    assertThat(gateway().refund(rest)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(gateway().refund(refund("again", paid, "0.01")))
        .isInstanceOf(RefundOutcome.Refused.class);
    assertThat(gateway().lookUpRefund(part)).isEqualTo(new RefundLookUp.Found(outcome));
  }

  @Test
  void refundThatWasNeverAskedForIsNotFound() {
    assertThat(gateway().lookUpRefund(refund("none", paid(Stored.WORKS), "1.00")))
        .isInstanceOf(RefundLookUp.NotFound.class);
  }

  @Test
  void refundKeyIsNotUsedForAnotherAmount() {
    GatewayCharge paid = paid(Stored.WORKS);
    gateway().refund(refund("part", paid, "4.00"));

    assertThatThrownBy(() -> gateway().refund(refund("part", paid, "4.01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refundThatTheBankDoesNotTakeIsRefused() {
    assertThat(gateway().refund(refund("part", paid(Stored.REFUSES_REFUNDS), "4.00")))
        .isInstanceOf(RefundOutcome.Refused.class);
  }

  private GatewayCharge paid(Stored method) {
    ChargeRequest request = request(method, "9.90");
    ChargeOutcome outcome = gateway().charge(request);
    assertThat(outcome).isInstanceOf(ChargeOutcome.Succeeded.class);
    return new GatewayCharge(request.key(), outcome.reference().orElseThrow());
  }

  private RefundRequest refund(String name, GatewayCharge charge, String amount) {
    IdempotencyKey key = new IdempotencyKey("refund-" + name + "-" + run);
    return new RefundRequest(key, charge, usd(amount), "Returned");
  }

  @Test
  void storedMethodIsDescribed() {
    MethodDetails details = gateway().describe(stored(Stored.WORKS));

    assertThat(details.brand()).isEqualTo("Visa");
    assertThat(details.lastFour()).matches("\\d{4}");
    assertThat(details.validUntil()).isPresent();
  }

  @Test
  void tokenThatNobodyIssuedIsUnknown() {
    assertThatThrownBy(() -> gateway().describe("pm_stolen"))
        .isInstanceOf(UnknownPaymentMethodException.class);
  }
}
