package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may be done with stored payment methods, and when they are not charged. */
class StoredMethodsTest {

  private static final TestShop SHOP = TestShop.in("UTC", "2026-01-31T16:00:00Z");

  private final CustomerId ada = SHOP.storefront().customer("ada");
  private final PaymentMethods methods = SHOP.get(PaymentMethods.class);

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private PaymentMethod stored(SandboxCard card) {
    return methods.store(ada, card.token());
  }

  private PaymentMethod now(PaymentMethod method) {
    return methods.byId(List.of(method.id())).get(method.id());
  }

  private Charge renewed(PaymentMethod method, int number) {
    NewCharge wanted =
        new NewCharge(
            "renewal-" + number, ChargePurpose.RENEWAL, 1, ada, method, usd("9.90"), "Renewal");
    return charged(wanted);
  }

  private Charge charged(NewCharge wanted) {
    List<Charge> opened = SHOP.get(Charges.class).open(List.of(wanted));
    SHOP.get(Charges.class).submit(opened.stream().map(Charge::id).toList());
    SHOP.get(ChargeSettlement.class).settle(SHOP.get(GatewayCalls.class).charge(opened));
    return SHOP.get(Charges.class).latest(wanted.subject()).orElseThrow();
  }

  @Test
  void cardThatIsNeverToBeTriedAgainIsBlockedInTheSameSettlement() {
    PaymentMethod lost = stored(SandboxCard.LOST);

    renewed(lost, 1);

    assertThat(now(lost).blocked()).contains("lost_card");
    assertThat(now(lost).isChargeable()).isFalse();
    assertThat(now(lost).active()).isTrue();
  }

  @Test
  void cardThatMayWorkLaterIsNotBlocked() {
    PaymentMethod poor = stored(SandboxCard.INSUFFICIENT_FUNDS);

    renewed(poor, 1);

    assertThat(now(poor).isChargeable()).isTrue();
  }

  @Test
  void blockedCardIsDeclinedWithoutAskingTheGateway() {
    PaymentMethod card = stored(SandboxCard.SUCCEEDS);
    methods.block(card.id(), "stolen_card");

    Charge declined = renewed(card, 1);

    assertThat(declined.decline().orElseThrow().declineClass()).isEqualTo(DeclineClass.NEVER_AGAIN);
    assertThat(SHOP.get(SandboxBooks.class).all()).isEmpty();
    assertThat(now(card).blocked()).contains("stolen_card");
  }

  @Test
  void storingABlockedCardAnewDoesNotUnblockIt() {
    PaymentMethod card = stored(SandboxCard.SUCCEEDS);
    methods.block(card.id(), "stolen_card");

    assertThat(stored(SandboxCard.SUCCEEDS).blocked()).contains("stolen_card");
  }

  @Test
  void shoppersOwnPaymentUnblocksACard() {
    PaymentMethod card = stored(SandboxCard.SUCCEEDS);
    methods.block(card.id(), "stolen_card");

    Charge paid =
        SHOP.get(ShopperCharges.class)
            .charge("checkout-1", ChargePurpose.CHECKOUT, ada, card.id(), usd("5.00"), "Order");

    assertThat(paid.state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(now(card).isChargeable()).isTrue();
  }

  @Test
  void unusedMethodIsRemovedOnceAndCannotBeUsed() {
    PaymentMethod card = stored(SandboxCard.SUCCEEDS);

    assertThat(methods.remove(ada, card.id())).isEqualTo(new MethodRemoval.Removed());
    assertThat(methods.remove(ada, card.id())).isEqualTo(new MethodRemoval.Removed());

    assertThat(methods.ofCustomer(ada)).isEmpty();
    assertThat(methods.find(ada, card.id())).isEmpty();
    assertThat(now(card).active()).isFalse();
  }

  @Test
  void somebodyElsesMethodIsNotRemoved() {
    PaymentMethod card = stored(SandboxCard.SUCCEEDS);
    CustomerId ben = SHOP.storefront().customer("ben");

    assertThatThrownBy(() -> methods.remove(ben, card.id()))
        .isInstanceOf(UnknownPaymentMethodException.class);
    assertThat(now(card).active()).isTrue();
  }

  @Test
  void methodWithAPaymentUnderWayStays() {
    PaymentMethod debit = stored(SandboxCard.BANK_DEBIT);
    renewed(debit, 1);

    assertThat(methods.remove(ada, debit.id())).isEqualTo(new MethodRemoval.PaymentUnderWay());
    assertThat(now(debit).active()).isTrue();
  }

  @Test
  void consentThatEndedWhileADebitWasUnderWayStaysOver() {
    PaymentMethod heardAtOnce = stored(SandboxCard.SUCCEEDS);
    PaymentMethod heardLate = stored(SandboxCard.SUCCEEDS_TOO);
    ChargeId first = submitted(heardAtOnce, 1);
    ChargeId second = submitted(heardLate, 2);
    SHOP.clock().advance(Duration.ofDays(2));
    Instant ended = SHOP.clock().instant();

    endConsent(heardAtOnce, ended);
    SHOP.clock().advance(Duration.ofDays(3));
    succeed(first, second);
    endConsent(heardLate, ended);

    assertThat(now(heardAtOnce).blocked()).contains("mandate_inactive");
    assertThat(now(heardLate).blocked()).contains("mandate_inactive");
  }

  @Test
  void shopperWhoPaysAfterwardsHasAgreedAgain() {
    PaymentMethod account = stored(SandboxCard.SUCCEEDS);
    endConsent(account, SHOP.clock().instant());
    SHOP.clock().advance(Duration.ofDays(1));

    succeed(submitted(account, 1));

    assertThat(now(account).isChargeable()).isTrue();
  }

  private ChargeId submitted(PaymentMethod method, int number) {
    NewCharge wanted =
        new NewCharge(
            "checkout-" + number, ChargePurpose.CHECKOUT, 1, ada, method, usd("9.90"), "Order");
    ChargeId id = SHOP.get(Charges.class).open(List.of(wanted)).get(0).id();
    SHOP.get(Charges.class).submit(List.of(id));
    return id;
  }

  private void succeed(ChargeId... charges) {
    SHOP.get(ChargeSettlement.class)
        .settle(
            Stream.of(charges)
                .map(id -> new ChargeResult(id, new ChargeOutcome.Succeeded("paid-" + id)))
                .toList());
  }

  private void endConsent(PaymentMethod method, Instant when) {
    methods.consentWithdrawn("sandbox", method.token(), "mandate_inactive", when);
  }

  @Test
  void methodOfAGatewayThatIsGoneIsNotOfferedAndBreaksNothing() {
    PaymentMethod card = stored(SandboxCard.SUCCEEDS);
    SHOP.jdbc().update("update evergreen_payment_method set gateway = 'gone'");
    PaymentMethod gone = now(card);

    Charge declined = renewed(gone, 1);

    assertThat(methods.ofCustomer(ada)).isEmpty();
    assertThat(methods.find(ada, card.id())).isEmpty();
    assertThat(gone.details().lastFour()).isEqualTo("4242");
    assertThat(declined.state()).isEqualTo(ChargeState.DECLINED);
    assertThat(declined.decline().orElseThrow().declineClass()).isEqualTo(DeclineClass.OUR_FAULT);
    assertThat(declined.decline().orElseThrow().code()).isEqualTo("gateway_not_set_up");
  }

  @Test
  void bankDebitIsKnownAsOne() {
    assertThat(stored(SandboxCard.BANK_DEBIT).details().kind()).isEqualTo(MethodKind.BANK_DEBIT);
    assertThat(stored(SandboxCard.SUCCEEDS).details().kind()).isEqualTo(MethodKind.CARD);
  }
}
