package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeRecovery;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Dispute;
import org.evergreen.payment.DisputeState;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at Stripe behind the shop's back, and what never happened there. */
class StripeNewsTest {

  private static final StripeShop SHOP = new StripeShop();

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

  private static PaymentGateway stripe() {
    return SHOP.get(Gateways.class).named("stripe");
  }

  private static String reference(Charge charge) {
    return charge.gatewayReference().orElseThrow();
  }

  @Test
  void chargeThatNeverArrivedIsGivenUpAfterADay() {
    PaymentMethod card = SHOP.stored(TestMethod.VISA);
    nextRequestsAreLost();
    Charge lost = SHOP.renewed("renewal-1", card);
    SHOP.shop().clock().advance(Duration.ofHours(24));

    int settled = SHOP.get(ChargeRecovery.class).recover();

    assertThat(lost.state()).isEqualTo(ChargeState.SUBMITTED);
    assertThat(settled).isEqualTo(1);
    assertThat(latest("renewal-1").neverArrived()).isTrue();
    assertThat(SHOP.stripe().requests()).contains(Operation.LIST_INTENTS, Operation.SEARCH_INTENTS);
  }

  @Test
  void oldChargeThatTheListMissesIsFoundBySearch() {
    PaymentMethod card = SHOP.stored(TestMethod.VISA);
    SHOP.shop().clock().advance(Duration.ofDays(30));
    SHOP.stripe()
        .faults()
        .next(Operation.CREATE_INTENT, Fault.ERROR_AFTER, Fault.ERROR_AFTER, Fault.ERROR_AFTER);
    SHOP.renewed("renewal-1", card);
    SHOP.shop().clock().advance(Duration.ofHours(24));

    SHOP.get(ChargeRecovery.class).recover();

    assertThat(latest("renewal-1").state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(SHOP.account().intents()).hasSize(1);
  }

  @Test
  void oldChargeStaysUnknownWhileStripeDoesNotAnswer() {
    PaymentMethod card = SHOP.stored(TestMethod.VISA);
    nextRequestsAreLost();
    SHOP.renewed("renewal-1", card);
    SHOP.shop().clock().advance(Duration.ofHours(24));
    SHOP.stripe()
        .faults()
        .next(Operation.SEARCH_INTENTS, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);

    SHOP.get(ChargeRecovery.class).recover();

    assertThat(latest("renewal-1").state()).isEqualTo(ChargeState.SUBMITTED);
  }

  @Test
  void chargeOfAnotherAccountIsNeverGivenUp() {
    PaymentMethod card = SHOP.stored(TestMethod.VISA);
    nextRequestsAreLost();
    SHOP.renewed("renewal-1", card);
    SHOP.stripe().empty();
    SHOP.shop().clock().advance(Duration.ofHours(24));

    assertThat(SHOP.get(ChargeRecovery.class).recover()).isZero();
    assertThat(latest("renewal-1").state()).isEqualTo(ChargeState.SUBMITTED);
  }

  private static void nextRequestsAreLost() {
    SHOP.stripe()
        .faults()
        .next(Operation.CREATE_INTENT, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);
  }

  private static Charge latest(String subject) {
    return SHOP.get(Charges.class).latest(subject).orElseThrow();
  }

  @Test
  void chargeIsFoundByStripesOwnName() {
    Charge charge = SHOP.renewed("renewal-1", SHOP.stored(TestMethod.VISA));

    assertThat(SHOP.get(Charges.class).byReference("stripe", reference(charge))).contains(charge);
    assertThat(SHOP.get(Charges.class).byReference("stripe", "pi_other")).isEmpty();
    assertThat(stripe().lookUpByReference("pi_other")).isInstanceOf(LookUp.NotFound.class);
  }

  @Test
  void refundMadeAtStripeIsBookedOnce() {
    Charge charge = SHOP.renewed("renewal-1", SHOP.stored(TestMethod.VISA));
    String refund = SHOP.account().refundedInDashboard(reference(charge), 300);
    String stripesCharge = reference(charge).replace("pi_", "ch_");

    List<Refund> adopted = SHOP.get(Refunds.class).adopt("stripe", refund);

    assertThat(adopted).extracting(Refund::amount).containsExactly(usd("3.00"));
    assertThat(SHOP.get(Refunds.class).adopt("stripe", stripesCharge)).isEqualTo(adopted);
    assertThat(SHOP.get(Refunds.class).left(charge)).isEqualTo(usd("6.90"));
  }

  @Test
  void refundThatTheBankSendsBackIsMoneyThatStayed() {
    Charge charge = SHOP.renewed("renewal-1", SHOP.stored(TestMethod.VISA));
    String refund = SHOP.account().refundedInDashboard(reference(charge), 300);
    SHOP.get(Refunds.class).adopt("stripe", refund);
    SHOP.account().refundComesBack(refund);

    List<Refund> adopted = SHOP.get(Refunds.class).adopt("stripe", refund);

    assertThat(adopted).extracting(Refund::state).containsExactly(RefundState.FAILED);
    assertThat(SHOP.get(Refunds.class).left(charge)).isEqualTo(usd("9.90"));
  }

  @Test
  void disputeGoesForwardWhateverTheOrderOfItsNews() {
    Charge charge = SHOP.renewed("renewal-1", SHOP.stored(TestMethod.VISA));
    Disputes disputes = SHOP.get(Disputes.class);
    String id = SHOP.account().disputed(reference(charge), "needs_response");

    Dispute first = disputes.refresh("stripe", id).orElseThrow();
    SHOP.account().disputeBecomes(id, "lost");
    Dispute lost = disputes.refresh("stripe", id).orElseThrow();
    SHOP.account().disputeBecomes(id, "under_review");
    Dispute late = disputes.refresh("stripe", id).orElseThrow();

    assertThat(first.state()).isEqualTo(DisputeState.NEEDS_RESPONSE);
    assertThat(first.amount()).isEqualTo(usd("9.90"));
    assertThat(first.respondBy()).isPresent();
    assertThat(lost.state()).isEqualTo(DisputeState.LOST);
    assertThat(lost.closedAt()).isPresent();
    assertThat(late).isEqualTo(lost);
    assertThat(disputes.running(10)).isEmpty();
    assertThat(disputes.of(charge.id())).containsExactly(lost);
  }

  @Test
  void disputeAboutSomebodyElsesPaymentIsLeftAlone() {
    Charge charge = SHOP.renewed("renewal-1", SHOP.stored(TestMethod.VISA));
    String id = SHOP.account().disputed(reference(charge), "needs_response");
    SHOP.shop().empty();

    assertThat(SHOP.get(Disputes.class).refresh("stripe", id)).isEmpty();
    assertThat(SHOP.get(Disputes.class).refresh("stripe", "dp_unknown")).isEmpty();
  }
}
