package org.evergreen.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox keeps its word with both kinds of books. */
class SandboxGatewayTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final IdempotencyKey KEY = new IdempotencyKey("renewal-1-1");

  private final StepClock clock = StepClock.at("2026-01-31T16:00:00Z");

  static Stream<SandboxBooks> books() {
    DATABASE.empty();
    return Stream.of(new InMemorySandboxBooks(), new JdbcSandboxBooks(DATABASE.jdbc()));
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private SandboxGateway gateway(SandboxBooks books) {
    return new SandboxGateway(books, new ShopTime(clock, ZoneOffset.UTC));
  }

  private static ChargeRequest request(SandboxCard card, String amount) {
    return new ChargeRequest(KEY, usd(amount), card.token(), "Renewal 1", Map.of());
  }

  @ParameterizedTest
  @MethodSource("books")
  void cardThatDeclinesRenewalsPaysAtCheckout(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);

    ChargeOutcome checkout = gateway.charge(declinesRenewals("checkout-1-1", "CHECKOUT"));
    ChargeOutcome renewal = gateway.charge(declinesRenewals("renewal-1-1", "RENEWAL"));

    assertThat(checkout).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(renewal).isInstanceOf(ChargeOutcome.Declined.class);
  }

  private static ChargeRequest declinesRenewals(String key, String purpose) {
    return new ChargeRequest(
        new IdempotencyKey(key),
        usd("9.90"),
        SandboxCard.DECLINES_RENEWALS.token(),
        "Coffee",
        Map.of("purpose", purpose));
  }

  @ParameterizedTest
  @MethodSource("books")
  void sameKeyChargesOnceAndAnswersTheSame(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);

    ChargeOutcome first = gateway.charge(request(SandboxCard.SUCCEEDS, "9.90"));
    ChargeOutcome second = gateway.charge(request(SandboxCard.SUCCEEDS, "9.90"));

    assertThat(first).isInstanceOf(ChargeOutcome.Succeeded.class).isEqualTo(second);
    assertThat(books.all()).hasSize(1);
    assertThat(books.all().get(0).amount()).isEqualTo(usd("9.90"));
  }

  @ParameterizedTest
  @MethodSource("books")
  void keyIsNotUsedForAnotherAmount(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    gateway.charge(request(SandboxCard.SUCCEEDS, "9.90"));

    assertThatThrownBy(() -> gateway.charge(request(SandboxCard.SUCCEEDS, "9.91")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9.90")
        .hasMessageContaining("9.91");
  }

  @ParameterizedTest
  @MethodSource("books")
  void chargeThatTimesOutAfterChargingIsFound(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);

    assertThat(gateway.charge(request(SandboxCard.TIMES_OUT_AFTER_CHARGING, "9.90")))
        .isInstanceOf(ChargeOutcome.Unknown.class);

    assertThat(gateway.lookUp(KEY))
        .isEqualTo(
            new LookUp.Found(gateway.charge(request(SandboxCard.TIMES_OUT_AFTER_CHARGING, "9.90"))))
        .extracting(found -> ((LookUp.Found) found).outcome())
        .isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void chargeThatTimesOutBeforeChargingIsNotFoundAndSucceedsWhenRepeated(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    ChargeRequest request = request(SandboxCard.TIMES_OUT_BEFORE_CHARGING, "9.90");

    assertThat(gateway.charge(request)).isInstanceOf(ChargeOutcome.Unknown.class);
    assertThat(gateway.lookUp(KEY)).isInstanceOf(LookUp.NotFound.class);
    assertThat(gateway.charge(request)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(gateway.lookUp(KEY)).isInstanceOf(LookUp.Found.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void cardDecidesHowItIsDeclined(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);

    ChargeOutcome outcome = gateway.charge(request(SandboxCard.LOST, "9.90"));

    assertThat(outcome).isInstanceOf(ChargeOutcome.Declined.class);
    assertThat(((ChargeOutcome.Declined) outcome).decline().declineClass())
        .isEqualTo(DeclineClass.NEVER_AGAIN);
    assertThat(gateway.lookUp(KEY)).isEqualTo(new LookUp.Found(outcome));
  }

  @ParameterizedTest
  @MethodSource("books")
  void bankDebitTakesThreeDays(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);

    assertThat(gateway.charge(request(SandboxCard.BANK_DEBIT, "9.90")))
        .isInstanceOf(ChargeOutcome.Processing.class);
    clock.advance(Duration.ofDays(3));
    assertThat(((LookUp.Found) gateway.lookUp(KEY)).outcome())
        .isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyCardIsDescribedAndOthersAreUnknown(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);

    for (SandboxCard card : SandboxCard.values()) {
      assertThat(gateway.describe(card.token()).lastFour()).isEqualTo(card.lastFour());
    }
    assertThatThrownBy(() -> gateway.describe("tok_stolen"))
        .isInstanceOf(UnknownPaymentMethodException.class);
  }

  private static RefundRequest refund(String key, String amount) {
    GatewayCharge charge = new GatewayCharge(KEY, "any");
    return new RefundRequest(new IdempotencyKey(key), charge, usd(amount), "Broken");
  }

  @ParameterizedTest
  @MethodSource("books")
  void sameKeyRefundsOnceAndAnswersTheSame(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    gateway.charge(request(SandboxCard.SUCCEEDS, "9.90"));

    RefundOutcome first = gateway.refund(refund("refund-1", "4.00"));

    assertThat(first).isInstanceOf(RefundOutcome.Succeeded.class);
    assertThat(gateway.refund(refund("refund-1", "4.00"))).isEqualTo(first);
    assertThat(gateway.lookUpRefund(refund("refund-1", "4.00")))
        .isEqualTo(new RefundLookUp.Found(first));
    assertThat(books.refunds()).hasSize(1);
    assertThatThrownBy(() -> gateway.refund(refund("refund-1", "4.01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void moreThanWhatIsLeftOrWasChargedIsNotRefunded(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    assertThat(gateway.refund(refund("refund-1", "4.00")))
        .isInstanceOf(RefundOutcome.Refused.class);
    gateway.charge(request(SandboxCard.SUCCEEDS, "9.90"));
    gateway.refund(refund("refund-2", "4.00"));

    assertThat(gateway.refund(refund("refund-3", "5.91")))
        .isInstanceOf(RefundOutcome.Refused.class);
    assertThat(gateway.refund(refund("refund-4", "5.90")))
        .isInstanceOf(RefundOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void refundNobodyAskedForIsNotFound(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    gateway.charge(request(SandboxCard.TIMES_OUT_BEFORE_CHARGING, "9.90"));
    gateway.charge(request(SandboxCard.TIMES_OUT_BEFORE_CHARGING, "9.90"));

    assertThat(gateway.refund(refund("refund-1", "4.00")))
        .isInstanceOf(RefundOutcome.Unknown.class);
    assertThat(gateway.lookUpRefund(refund("refund-1", "4.00")))
        .isInstanceOf(RefundLookUp.NotFound.class);
    assertThat(gateway.refund(refund("refund-1", "4.00")))
        .isInstanceOf(RefundOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void onlyAChargeThatWaitsForTheShopperIsGivenUp(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    gateway.charge(request(SandboxCard.REQUIRES_AUTHENTICATION, "9.90"));
    GatewayCharge waiting = new GatewayCharge(KEY, "any");

    LookUp canceled = gateway.cancel(waiting);

    assertThat(((LookUp.Found) canceled).outcome()).isInstanceOf(ChargeOutcome.Canceled.class);
    assertThat(gateway.cancel(waiting)).isEqualTo(canceled);
    assertThat(gateway.charge(request(SandboxCard.REQUIRES_AUTHENTICATION, "9.90")))
        .isEqualTo(((LookUp.Found) canceled).outcome());
    IdempotencyKey paid = new IdempotencyKey("renewal-2-1");
    gateway.charge(
        new ChargeRequest(paid, usd("9.90"), SandboxCard.SUCCEEDS.token(), "Renewal", Map.of()));
    assertThat(((LookUp.Found) gateway.cancel(new GatewayCharge(paid, "any"))).outcome())
        .isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @ParameterizedTest
  @MethodSource("books")
  void chargeThatWaitsIsPaidOrRefusedByTheShopper(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    String agreed = waiting(gateway, "checkout-1-1");
    String refused = waiting(gateway, "checkout-2-1");

    gateway.shopperAnswers(agreed, true);
    gateway.shopperAnswers(agreed, false);
    gateway.shopperAnswers(refused, false);

    assertThat(gateway.lookUp(new IdempotencyKey("checkout-1-1")))
        .isEqualTo(new LookUp.Found(new ChargeOutcome.Succeeded(agreed)));
    LookUp.Found answer = (LookUp.Found) gateway.lookUp(new IdempotencyKey("checkout-2-1"));
    assertThat(((ChargeOutcome.Declined) answer.outcome()).decline().declineClass())
        .isEqualTo(DeclineClass.NEEDS_SHOPPER);
  }

  private static String waiting(SandboxGateway gateway, String key) {
    String token = SandboxCard.REQUIRES_AUTHENTICATION.token();
    ChargeRequest request =
        new ChargeRequest(new IdempotencyKey(key), usd("9.90"), token, "Order", Map.of());
    return gateway.charge(request).reference().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("books")
  void cardThatPaysAtTheThirdTryIsDeclinedTwice(SandboxBooks books) {
    SandboxGateway gateway = gateway(books);
    String token = SandboxCard.SUCCEEDS_AT_THIRD_TRY.token();
    List<Class<?>> outcomes = new ArrayList<>();
    for (int attempt = 1; attempt <= 3; attempt++) {
      IdempotencyKey key = new IdempotencyKey("renewal-1-" + attempt);
      outcomes.add(
          gateway
              .charge(new ChargeRequest(key, usd("9.90"), token, "Renewal", Map.of()))
              .getClass());
    }

    assertThat(outcomes)
        .containsExactly(
            ChargeOutcome.Declined.class,
            ChargeOutcome.Declined.class,
            ChargeOutcome.Succeeded.class);
  }
}
