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
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.Test;

/** What happens at Stripe behind the shop's back, and what never happened there. */
class StripeNewsTest extends StripeShopTests {

  @Test
  void chargeThatNeverArrivedIsGivenUpAfterADay() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    nextRequestsAreLost();
    Charge lost = shop.renewed("renewal-1", card);
    shop.shop().clock().advance(Duration.ofHours(24));

    int settled = shop.get(ChargeRecovery.class).recover();

    assertThat(lost.state()).isEqualTo(ChargeState.SUBMITTED);
    assertThat(settled).isEqualTo(1);
    assertThat(latest("renewal-1").neverArrived()).isTrue();
    assertThat(shop.stripe().requests()).contains(Operation.LIST_INTENTS, Operation.SEARCH_INTENTS);
  }

  @Test
  void oldChargeThatTheListMissesIsFoundBySearch() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    shop.shop().clock().advance(Duration.ofDays(30));
    shop.stripe()
        .faults()
        .next(Operation.CREATE_INTENT, Fault.ERROR_AFTER, Fault.ERROR_AFTER, Fault.ERROR_AFTER);
    shop.renewed("renewal-1", card);
    shop.shop().clock().advance(Duration.ofHours(24));

    shop.get(ChargeRecovery.class).recover();

    assertThat(latest("renewal-1").state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(shop.account().intents()).hasSize(1);
  }

  @Test
  void oldChargeStaysUnknownWhileStripeDoesNotAnswer() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    nextRequestsAreLost();
    shop.renewed("renewal-1", card);
    shop.shop().clock().advance(Duration.ofHours(24));
    shop.stripe()
        .faults()
        .next(Operation.SEARCH_INTENTS, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);

    shop.get(ChargeRecovery.class).recover();

    assertThat(latest("renewal-1").state()).isEqualTo(ChargeState.SUBMITTED);
  }

  @Test
  void chargeOfAnotherAccountIsNeverGivenUp() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    nextRequestsAreLost();
    shop.renewed("renewal-1", card);
    shop.stripe().empty();
    shop.shop().clock().advance(Duration.ofHours(24));

    assertThat(shop.get(ChargeRecovery.class).recover()).isZero();
    assertThat(latest("renewal-1").state()).isEqualTo(ChargeState.SUBMITTED);
  }

  private static void nextRequestsAreLost() {
    shop.stripe()
        .faults()
        .next(Operation.CREATE_INTENT, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);
  }

  private static Charge latest(String subject) {
    return shop.get(Charges.class).latest(subject).orElseThrow();
  }

  @Test
  void chargeIsFoundByStripesOwnName() {
    Charge charge = shop.renewed("renewal-1", shop.stored(TestMethod.VISA));

    assertThat(shop.get(Charges.class).byReference("stripe", reference(charge))).contains(charge);
    assertThat(shop.get(Charges.class).byReference("stripe", "pi_other")).isEmpty();
  }

  @Test
  void refundMadeAtStripeIsBookedOnce() {
    Charge charge = shop.renewed("renewal-1", shop.stored(TestMethod.VISA));
    String refund = shop.account().refundedInDashboard(reference(charge), 300);
    String stripesCharge = reference(charge).replace("pi_", "ch_");

    List<Refund> adopted = shop.get(Refunds.class).adopt("stripe", refund);

    assertThat(adopted).extracting(Refund::amount).containsExactly(usd("3.00"));
    assertThat(shop.get(Refunds.class).adopt("stripe", stripesCharge)).isEqualTo(adopted);
    assertThat(shop.get(Refunds.class).left(charge)).isEqualTo(usd("6.90"));
  }

  @Test
  void refundThatTheBankSendsBackIsMoneyThatStayed() {
    Charge charge = shop.renewed("renewal-1", shop.stored(TestMethod.VISA));
    String refund = shop.account().refundedInDashboard(reference(charge), 300);
    shop.get(Refunds.class).adopt("stripe", refund);
    shop.account().refundComesBack(refund);

    List<Refund> adopted = shop.get(Refunds.class).adopt("stripe", refund);

    assertThat(adopted).extracting(Refund::state).containsExactly(RefundState.FAILED);
    assertThat(shop.get(Refunds.class).left(charge)).isEqualTo(usd("9.90"));
  }

  @Test
  void disputeGoesForwardWhateverTheOrderOfItsNews() {
    Charge charge = shop.renewed("renewal-1", shop.stored(TestMethod.VISA));
    Disputes disputes = shop.get(Disputes.class);
    String id = shop.account().disputed(reference(charge), "needs_response");

    Dispute first = disputes.refresh("stripe", id).orElseThrow();
    shop.account().disputeBecomes(id, "lost");
    Dispute lost = disputes.refresh("stripe", id).orElseThrow();
    shop.account().disputeBecomes(id, "under_review");
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
    Charge charge = shop.renewed("renewal-1", shop.stored(TestMethod.VISA));
    String id = shop.account().disputed(reference(charge), "needs_response");
    shop.shop().empty();

    assertThat(shop.get(Disputes.class).refresh("stripe", id)).isEmpty();
    assertThat(shop.get(Disputes.class).refresh("stripe", "dp_unknown")).isEmpty();
  }
}
