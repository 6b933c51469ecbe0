package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to a request on its way, it charges once or not at all, and is found again. */
class StripeFaultsTest {

  private static final StripeTestShop SHOP = new StripeTestShop();

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterEach
  void stripeUnderstoodEverything() {
    assertThat(SHOP.stripe().violations()).isEmpty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static void nextCharges(Fault... faults) {
    SHOP.stripe().faults().next(Operation.CREATE_INTENT, faults);
  }

  private static List<BookedIntent> paid() {
    return SHOP.account().intents().stream().filter(BookedIntent::isPaid).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_BEFORE", "ERROR_AFTER", "GARBAGE"})
  void answerThatSaysNothingIsUnknownAndNeverADecline(Fault fault) {
    nextCharges(fault);

    assertThat(SHOP.gateway().charge(SHOP.renewal(TestMethod.VISA)))
        .isInstanceOf(ChargeOutcome.Unknown.class);
  }

  @Test
  void serverErrorAfterChargingIsAnsweredTheSameForeverButFound() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    nextCharges(Fault.ERROR_AFTER);
    SHOP.gateway().charge(request);

    assertThat(SHOP.gateway().charge(request)).isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(paid()).hasSize(1);
  }

  @Test
  void tooManyRequestsMeansLaterUnderTheSameKey() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    nextCharges(Fault.TOO_MANY);

    ChargeOutcome outcome = SHOP.gateway().charge(request);

    assertThat(outcome).isInstanceOf(ChargeOutcome.TooManyRequests.class);
    assertThat(((ChargeOutcome.TooManyRequests) outcome).detail()).contains("endpoint-rate");
    assertThat(SHOP.lookUp(request)).isInstanceOf(LookUp.NotFound.class);
    assertThat(SHOP.gateway().charge(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(paid()).hasSize(1);
  }

  @Test
  void lateAnswerIsUnknownAndTheChargeIsFound() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    nextCharges(Fault.LATE);
    StripeGateway impatient = SHOP.gateway(Duration.ofMillis(400), 0);

    assertThat(impatient.charge(request)).isInstanceOf(ChargeOutcome.Unknown.class);
    SHOP.stripe().faults().letGo();

    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(paid()).hasSize(1);
  }

  @Test
  void connectionThatBreaksOnceIsRepeatedByJavaAndChargesOnce() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    SHOP.gateway().lookUp(request.key());
    nextCharges(Fault.DROPPED_AFTER);

    SHOP.gateway().charge(request);

    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(paid()).hasSize(1);
  }

  @Test
  void clientRepeatsAServerErrorByItselfUnderTheSameKey() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    nextCharges(Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);

    assertThat(SHOP.gateway(Duration.ofSeconds(20), 2).charge(request))
        .isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(SHOP.stripe().requests())
        .containsExactly(Operation.CREATE_INTENT, Operation.CREATE_INTENT, Operation.CREATE_INTENT);
    assertThat(paid()).hasSize(1);
  }

  @Test
  void declineWhoseAnswerIsLostCanNotBePaidLater() {
    ChargeRequest request = SHOP.renewal(TestMethod.NOT_ENOUGH_FUNDS);
    nextCharges(Fault.DROPPED_AFTER, Fault.DROPPED_AFTER);
    SHOP.gateway().charge(request);

    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Declined.class);
    assertThat(SHOP.account().intents())
        .extracting(BookedIntent::status)
        .containsExactly("canceled");
  }

  @Test
  void keyThatStripeDoesNotTakeLeavesTheChargeOpen() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);

    assertThat(SHOP.gateway("sk_test_other").charge(request))
        .isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(SHOP.gateway("sk_test_other").lookUp(request.key()))
        .isInstanceOf(LookUp.Unavailable.class);
    assertThat(SHOP.account().intents()).isEmpty();
  }

  @Test
  void lookUpThatFailsIsNotAnAnswer() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    SHOP.gateway().charge(request);
    SHOP.stripe().faults().next(Operation.LIST_INTENTS, Fault.ERROR_BEFORE, Fault.GARBAGE);

    assertThat(SHOP.lookUp(request)).isInstanceOf(LookUp.Unavailable.class);
    assertThat(SHOP.lookUp(request)).isInstanceOf(LookUp.Unavailable.class);
    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_AFTER", "GARBAGE"})
  void refundWhoseAnswerIsLostIsFound(Fault fault) {
    RefundRequest refund = refund();
    SHOP.stripe().faults().next(Operation.CREATE_REFUND, fault);

    assertThat(SHOP.gateway().refund(refund)).isInstanceOf(RefundOutcome.Unknown.class);

    RefundLookUp found = SHOP.gateway().lookUpRefund(refund);
    assertThat(((RefundLookUp.Found) found).outcome()).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(SHOP.account().refunds()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR_BEFORE", "TOO_MANY"})
  void refundThatDidNotHappenIsNotFoundAndRepeated(Fault fault) {
    RefundRequest refund = refund();
    SHOP.stripe().faults().next(Operation.CREATE_REFUND, fault);

    assertThat(SHOP.gateway().refund(refund)).isInstanceOf(RefundOutcome.Unknown.class);
    assertThat(SHOP.gateway().lookUpRefund(refund)).isInstanceOf(RefundLookUp.NotFound.class);
    assertThat(SHOP.gateway().refund(refund)).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(SHOP.account().refunds()).hasSize(1);
  }

  private static RefundRequest refund() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    String intent = SHOP.gateway().charge(request).reference().orElseThrow();
    return new RefundRequest(
        new IdempotencyKey("refund-1"),
        new GatewayCharge(request.key(), intent),
        usd("4.00"),
        "Returned");
  }
}
