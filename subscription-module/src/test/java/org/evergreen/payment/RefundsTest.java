package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.payment.sandbox.SandboxRefund;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.TestShop;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class RefundsTest {

  private static final TestShop SHOP = TestShop.in("America/Chicago", "2026-01-31T16:00:00Z");

  private final CustomerId ada = SHOP.storefront().customer("ada");
  private final Refunds refunds = SHOP.get(Refunds.class);

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private Charge charge(SandboxCard card) {
    PaymentMethodId method = SHOP.get(PaymentMethods.class).store(ada, card.token()).id();
    SHOP.get(ShopperCharges.class)
        .charge("checkout-1", ChargePurpose.CHECKOUT, ada, method, usd("20.00"), "Order");
    SHOP.clock().advance(Duration.ofMinutes(6));
    SHOP.get(ChargeRecovery.class).recover();
    return SHOP.get(Charges.class).latest("checkout-1").orElseThrow();
  }

  private static NewRefund of(Charge charge, String key, String amount) {
    return new NewRefund(
        new IdempotencyKey(key),
        charge.id(),
        usd(amount),
        "Broken on arrival",
        OptionalLong.empty(),
        OptionalLong.of(7));
  }

  private RefundResult refund(Charge charge, String key, String amount) {
    return refunds.refund(of(charge, key, amount));
  }

  private static Refund entered(RefundResult result) {
    return ((RefundResult.Entered) result).refund();
  }

  private List<SandboxRefund> givenBack() {
    return SHOP.get(SandboxBooks.class).refunds().stream()
        .filter(refund -> refund.outcome() == SandboxRefund.Outcome.SUCCEEDED)
        .toList();
  }

  @Test
  void moneyIsGivenBackOutOfTheChargeAndBookedToTheLine() {
    Charge charge = charge(SandboxCard.SUCCEEDS);

    Refund refund = entered(refund(charge, "refund-1", "5.00"));

    assertThat(refund.state()).isEqualTo(RefundState.SUCCEEDED);
    assertThat(refund.gatewayReference()).isPresent();
    assertThat(refund.line()).hasValue(7);
    assertThat(refunds.left(charge)).isEqualTo(usd("15.00"));
    assertThat(refunds.of(charge.id())).containsExactly(refund);
    assertThat(givenBack()).extracting(SandboxRefund::amount).containsExactly(usd("5.00"));
  }

  @Test
  void neverMoreIsGivenBackThanWhatIsLeft() {
    Charge charge = charge(SandboxCard.SUCCEEDS);
    refund(charge, "refund-1", "15.00");

    assertThat(refund(charge, "refund-2", "5.01")).isInstanceOf(RefundResult.Refused.class);
    assertThat(entered(refund(charge, "refund-3", "5.00")).state())
        .isEqualTo(RefundState.SUCCEEDED);
    assertThat(refunds.left(charge)).isEqualTo(usd("0.00"));
  }

  @Test
  void oneKeyGivesBackOnceHoweverOftenItIsAskedFor() {
    Charge charge = charge(SandboxCard.SUCCEEDS);

    List<RefundResult> results = Concurrently.call(5, () -> refund(charge, "refund-1", "5.00"));

    assertThat(results)
        .allSatisfy(result -> assertThat(result).isInstanceOf(RefundResult.Entered.class));
    assertThat(givenBack()).hasSize(1);
    assertThat(refunds.left(charge)).isEqualTo(usd("15.00"));
    assertThatThrownBy(() -> refund(charge, "refund-1", "6.00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void simultaneousRefundsNeverGiveBackMoreThanWasPaid() {
    Charge charge = charge(SandboxCard.SUCCEEDS);
    AtomicInteger number = new AtomicInteger();

    Concurrently.call(6, () -> refund(charge, "refund-" + number.incrementAndGet(), "7.00"));

    assertThat(givenBack()).hasSize(2);
    assertThat(refunds.left(charge)).isEqualTo(usd("6.00"));
  }

  @Test
  void refundOutOfAChargeOfAGatewayThatIsGoneIsRefusedAndNotOpened() {
    Charge charge = charge(SandboxCard.SUCCEEDS);
    SHOP.jdbc().update("update evergreen_charge set gateway = 'gone'");

    assertThat(refund(charge, "refund-1", "5.00"))
        .isEqualTo(
            new RefundResult.Refused(
                "The shop no longer has the payment gateway gone, which took it; pay it back"
                    + " there."));
    assertThat(refunds.of(charge.id())).isEmpty();
  }

  @Test
  void objectionOfTheCallerIsHeardOnceAndNotForARepetition() {
    Charge charge = charge(SandboxCard.SUCCEEDS);
    NewRefund wanted = of(charge, "refund-1", "5.00");

    assertThat(refunds.refund(wanted, () -> Optional.of("Not this one.")))
        .isEqualTo(new RefundResult.Refused("Not this one."));
    assertThat(refunds.of(charge.id())).isEmpty();
    Refund first = entered(refunds.refund(wanted, Optional::empty));
    Refund again = entered(refunds.refund(wanted, () -> Optional.of("Not this one.")));

    assertThat(again).isEqualTo(first);
    assertThat(givenBack()).hasSize(1);
  }

  @Test
  void refundWhoseAnswerGotLostIsFound() {
    Charge charge = charge(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    assertThat(entered(refund(charge, "refund-1", "5.00")).state()).isEqualTo(RefundState.OPEN);
    assertThat(refunds.left(charge)).isEqualTo(usd("15.00"));

    SHOP.clock().advance(Duration.ofMinutes(6));
    assertThat(SHOP.get(RefundRecovery.class).recover()).isEqualTo(1);
    assertThat(SHOP.get(RefundRecovery.class).recover()).isZero();

    assertThat(refunds.of(charge.id()))
        .extracting(Refund::state)
        .containsExactly(RefundState.SUCCEEDED);
    assertThat(givenBack()).hasSize(1);
  }

  @Test
  void refundThatGotLostOnItsWayIsAskedForAgain() {
    Charge charge = charge(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    assertThat(entered(refund(charge, "refund-1", "5.00")).state()).isEqualTo(RefundState.OPEN);
    assertThat(givenBack()).isEmpty();

    SHOP.clock().advance(Duration.ofMinutes(6));
    assertThat(SHOP.get(RefundRecovery.class).recover()).isEqualTo(1);

    assertThat(givenBack()).hasSize(1);
  }

  @Test
  void refundOlderThanItsKeyThatNeverArrivedIsGivenUpAndNotAskedForAgain() {
    Charge charge = charge(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    refund(charge, "refund-1", "5.00");

    SHOP.clock().advance(Duration.ofHours(24));

    assertThat(SHOP.get(RefundRecovery.class).recover()).isEqualTo(1);
    assertThat(givenBack()).isEmpty();
    assertThat(SHOP.get(Refunds.class).of(charge.id()))
        .extracting(Refund::state)
        .containsExactly(RefundState.FAILED);
  }

  @Test
  void refusedRefundLeavesTheWholeChargeToBeGivenBack() {
    Charge charge = charge(SandboxCard.REFUSES_REFUNDS);

    Refund refund = entered(refund(charge, "refund-1", "5.00"));

    assertThat(refund.state()).isEqualTo(RefundState.FAILED);
    assertThat(refund.problem()).isPresent();
    assertThat(refunds.left(charge)).isEqualTo(usd("20.00"));
  }

  @Test
  void nothingIsGivenBackOutOfWhatWasNotPaid() {
    Charge declined = charge(SandboxCard.EXPIRED);

    assertThat(refund(declined, "refund-1", "5.00")).isInstanceOf(RefundResult.Refused.class);
    NewRefund unknown =
        new NewRefund(
            new IdempotencyKey("refund-2"),
            new ChargeId(987654),
            usd("5.00"),
            "",
            OptionalLong.empty(),
            OptionalLong.empty());
    assertThat(refunds.refund(unknown)).isInstanceOf(RefundResult.Refused.class);
    assertThat(refunds.left(declined)).isEqualTo(usd("0.00"));
    assertThat(SHOP.get(SandboxBooks.class).refunds()).isEmpty();
  }

  @Test
  void anotherCurrencyAndNothingAtAllAreRefused() {
    Charge charge = charge(SandboxCard.SUCCEEDS);
    NewRefund euros =
        new NewRefund(
            new IdempotencyKey("refund-1"),
            charge.id(),
            Money.of(CurrencyUnit.EUR, 5),
            "",
            OptionalLong.empty(),
            OptionalLong.empty());

    assertThat(refunds.refund(euros)).isInstanceOf(RefundResult.Refused.class);
    assertThatThrownBy(() -> refund(charge, "refund-2", "0.00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gatewayIsNeverAskedWithinATransaction() {
    Charge charge = charge(SandboxCard.SUCCEEDS);

    assertThatThrownBy(
            () ->
                SHOP.get(TransactionTemplate.class)
                    .execute(status -> refund(charge, "refund-1", "5.00")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(givenBack()).isEmpty();
    assertThat(refunds.of(charge.id())).isEmpty();
  }
}
