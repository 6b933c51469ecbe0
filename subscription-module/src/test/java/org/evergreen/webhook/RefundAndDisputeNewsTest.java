package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.stripe.StripeGateway;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that goes back, or is contested, behind the shop's back. */
class RefundAndDisputeNewsTest extends NewsTest {

  private SubscriptionId subscription;

  @BeforeEach
  void paidRenewal() {
    subscription = shop.subscribe("ada", TestMethod.VISA);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
  }

  private static Charge charge() {
    return shop.get(Charges.class)
        .byReference(StripeGateway.NAME, shop.intent().id())
        .orElseThrow();
  }

  private static List<String> refunds() {
    return shop.books().stream().filter(line -> line.contains(" refund ")).toList();
  }

  private static List<String> disputes() {
    return shop.books().stream().filter(line -> line.contains(" dispute ")).toList();
  }

  @Test
  void refundInTheDashboardIsBookedOnceHoweverOftenItIsTold() {
    shop.account().refundedInDashboard(shop.intent().id(), 400);

    shop.deliver(new Random(3));
    shop.processUntilQuiet();

    assertThat(refunds()).containsExactly("ada refund SUCCEEDED 4.0000");
    assertThat(shop.get(Refunds.class).left(charge())).isEqualTo(usd("6.89"));
  }

  @Test
  void refundOfTheShopIsNotBookedASecondTime() {
    NewRefund wanted =
        new NewRefund(
            new IdempotencyKey("refund-1"),
            charge().id(),
            usd("2.00"),
            "Late delivery",
            OptionalLong.empty(),
            OptionalLong.empty());
    shop.get(Refunds.class).refund(wanted);

    shop.deliver(new Random(4));
    shop.processUntilQuiet();

    assertThat(refunds()).hasSize(1).allMatch(line -> line.startsWith("ada refund SUCCEEDED 2.00"));
  }

  @Test
  void refundThatComesBackIsInTheHistoryOfTheSubscription() {
    shop.get(Refunds.class)
        .refund(
            new NewRefund(
                new IdempotencyKey("refund-1"),
                charge().id(),
                usd("2.00"),
                "Late delivery",
                OptionalLong.of(subscription.value()),
                OptionalLong.empty()));
    shop.deliverAndProcess();
    assertThat(history()).doesNotContain("REFUND_FAILED USD 2.00");

    shop.account().refundComesBack(shop.account().refunds().get(0).id());
    shop.deliverAndProcess();
    shop.deliver(new Random(6));
    shop.processUntilQuiet();

    assertThat(history()).containsOnlyOnce("REFUND_FAILED USD 2.00");
    assertThat(refunds()).containsExactly("ada refund FAILED 2.0000");
  }

  private List<String> history() {
    return shop.get(SubscriptionQueries.class).history(subscription).stream()
        .map(event -> event.what() + " " + event.note())
        .toList();
  }

  @Test
  void disputeIsKeptFromItsBeginningToItsEnd() {
    String dispute = shop.account().disputed(shop.intent().id(), "needs_response");
    shop.deliverAndProcess();
    assertThat(disputes()).containsExactly("ada dispute NEEDS_RESPONSE 10.8900");

    shop.account().disputeBecomes(dispute, "under_review");
    shop.deliverAndProcess();
    assertThat(disputes()).containsExactly("ada dispute UNDER_REVIEW 10.8900");

    shop.account().disputeBecomes(dispute, "lost");
    shop.deliverAndProcess();
    assertThat(disputes()).containsExactly("ada dispute LOST 10.8900");
  }

  @Test
  void eventsOfADisputeInAnyOrderEndInItsLastState() {
    String dispute = shop.account().disputed(shop.intent().id(), "needs_response");
    shop.account().disputeBecomes(dispute, "under_review");
    shop.account().disputeBecomes(dispute, "won");

    shop.deliver(new Random(5));
    shop.processUntilQuiet();

    assertThat(disputes()).containsExactly("ada dispute WON 10.8900");
  }
}
