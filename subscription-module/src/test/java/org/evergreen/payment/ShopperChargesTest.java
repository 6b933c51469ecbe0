package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.payment.sandbox.SandboxEntry;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

class ShopperChargesTest {

  private static final TestShop SHOP = TestShop.in("America/Chicago", "2026-01-31T16:00:00Z");
  private static final String ORDER = "checkout-1001";

  private final CustomerId ada = SHOP.storefront().customer("ada");
  private final ShopperCharges shopper = SHOP.get(ShopperCharges.class);

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private PaymentMethodId card(SandboxCard card) {
    return SHOP.get(PaymentMethods.class).store(ada, card.token()).id();
  }

  private Charge charge(SandboxCard card) {
    return shopper.charge(
        ORDER, ChargePurpose.CHECKOUT, ada, card(card), usd("20.00"), "Order 1001");
  }

  @Test
  void cardThatWorksPaysTheOrder() {
    Charge charge = charge(SandboxCard.SUCCEEDS);

    assertThat(charge.state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(charge.key().value()).isEqualTo("checkout-1001-1");
    assertThat(charge.gatewayReference()).isPresent();
    assertThat(charge.recoverAt()).isEmpty();
  }

  @Test
  void orderThatIsPaidIsNotChargedAgain() {
    Charge first = charge(SandboxCard.SUCCEEDS);

    assertThat(charge(SandboxCard.SUCCEEDS_TOO)).isEqualTo(first);
    assertThat(SHOP.get(SandboxBooks.class).all()).hasSize(1);
  }

  @Test
  void doubleClickChargesOnce() {
    List<Charge> charges = Concurrently.call(4, () -> charge(SandboxCard.SUCCEEDS));

    assertThat(charges).extracting(Charge::state).containsOnly(ChargeState.SUCCEEDED);
    assertThat(SHOP.get(SandboxBooks.class).all()).hasSize(1);
  }

  @Test
  void afterADeclineTheNextCardIsTheNextAttempt() {
    Charge declined = charge(SandboxCard.EXPIRED);
    Charge paid = charge(SandboxCard.SUCCEEDS);

    assertThat(declined.state()).isEqualTo(ChargeState.DECLINED);
    assertThat(declined.decline().orElseThrow().declineClass())
        .isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
    assertThat(paid.attempt()).isEqualTo(2);
    assertThat(paid.state()).isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void answerThatGotLostIsFoundByTryingAgain() {
    assertThat(charge(SandboxCard.TIMES_OUT_AFTER_CHARGING).state())
        .isEqualTo(ChargeState.SUBMITTED);

    Charge resumed = charge(SandboxCard.SUCCEEDS);

    assertThat(resumed.state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(resumed.attempt()).isEqualTo(1);
    assertThat(SHOP.get(SandboxBooks.class).all()).hasSize(1);
  }

  @Test
  void chargeThatNobodyAskedForAgainIsRecovered() {
    charge(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    SHOP.clock().advance(Duration.ofMinutes(6));

    assertThat(SHOP.get(ChargeRecovery.class).recover()).isEqualTo(1);
    assertThat(SHOP.get(ChargeRecovery.class).recover()).isZero();
    assertThat(SHOP.get(Charges.class).latest(ORDER).orElseThrow().state())
        .isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void chargeOlderThanItsKeyIsNotAskedForAgain() {
    charge(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    SHOP.clock().advance(Duration.ofHours(24));

    assertThat(charge(SandboxCard.SUCCEEDS).state()).isEqualTo(ChargeState.SUBMITTED);
  }

  @Test
  void chargeOlderThanItsKeyThatNeverArrivedIsGivenUpAndItsSubjectChargedAnew() {
    charge(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    SHOP.clock().advance(Duration.ofHours(24));

    assertThat(SHOP.get(ChargeRecovery.class).recover()).isEqualTo(1);
    Charge lost = SHOP.get(Charges.class).latest(ORDER).orElseThrow();
    assertThat(lost.state()).isEqualTo(ChargeState.CANCELED);
    assertThat(lost.neverArrived()).isTrue();
    Charge next = charge(SandboxCard.SUCCEEDS);
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.state()).isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void chargeOlderThanItsKeyThatDidArriveIsFound() {
    charge(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    SHOP.clock().advance(Duration.ofHours(24));

    assertThat(SHOP.get(ChargeRecovery.class).recover()).isEqualTo(1);
    assertThat(SHOP.get(Charges.class).latest(ORDER).orElseThrow().state())
        .isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void somebodyElsesCardIsNotCharged() {
    PaymentMethodId card = card(SandboxCard.SUCCEEDS);
    CustomerId ben = SHOP.storefront().customer("ben");

    assertThatThrownBy(
            () -> shopper.charge(ORDER, ChargePurpose.CHECKOUT, ben, card, usd("20.00"), "Order"))
        .isInstanceOf(UnknownPaymentMethodException.class);
  }

  @Test
  void nothingIsNotCharged() {
    assertThatThrownBy(
            () ->
                shopper.charge(
                    ORDER,
                    ChargePurpose.CHECKOUT,
                    ada,
                    card(SandboxCard.SUCCEEDS),
                    usd("0.00"),
                    "Order"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gatewayIsNeverCalledWithinATransaction() {
    PaymentMethodId card = card(SandboxCard.SUCCEEDS);

    assertThatThrownBy(
            () ->
                SHOP.get(TransactionTemplate.class)
                    .execute(
                        status ->
                            shopper.charge(
                                ORDER, ChargePurpose.CHECKOUT, ada, card, usd("20.00"), "Order")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(SHOP.get(SandboxBooks.class).all()).isEmpty();
  }

  @Test
  void secondAliveChargeOfASubjectIsRefusedByTheDatabase() {
    charge(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    PaymentMethod method = SHOP.get(PaymentMethods.class).ofCustomer(ada).get(0);
    NewCharge second =
        new NewCharge(ORDER, ChargePurpose.CHECKOUT, 2, ada, method, usd("20.00"), "Order");

    assertThatThrownBy(() -> SHOP.get(Charges.class).open(List.of(second)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void chargeThatWaitsForTheShopperIsGivenUpAtTheGateway() {
    Charge waiting = charge(SandboxCard.REQUIRES_AUTHENTICATION);

    Charge canceled = shopper.cancel(ORDER).orElseThrow();

    assertThat(waiting.state()).isEqualTo(ChargeState.ACTION_REQUIRED);
    assertThat(canceled.id()).isEqualTo(waiting.id());
    assertThat(canceled.state()).isEqualTo(ChargeState.CANCELED);
    assertThat(SHOP.get(SandboxBooks.class).all())
        .extracting(SandboxEntry::outcome)
        .containsExactly(SandboxEntry.Outcome.CANCELED);
    assertThat(shopper.cancel(ORDER)).contains(canceled);
  }

  @Test
  void subjectWhoseChargeWasGivenUpIsChargedAgain() {
    charge(SandboxCard.REQUIRES_AUTHENTICATION);
    shopper.cancel(ORDER);

    Charge paid = charge(SandboxCard.SUCCEEDS);

    assertThat(paid.attempt()).isEqualTo(2);
    assertThat(paid.state()).isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void chargeThatDoesNotWaitForTheShopperIsNotGivenUp() {
    Charge paid = charge(SandboxCard.SUCCEEDS);

    assertThat(shopper.cancel(ORDER)).contains(paid);
    assertThat(shopper.cancel("checkout-9")).isEmpty();
  }

  @Test
  void storingACardTwiceKeepsOne() {
    assertThat(card(SandboxCard.SUCCEEDS)).isEqualTo(card(SandboxCard.SUCCEEDS));
    assertThat(SHOP.get(PaymentMethods.class).ofCustomer(ada)).hasSize(1);
  }
}
