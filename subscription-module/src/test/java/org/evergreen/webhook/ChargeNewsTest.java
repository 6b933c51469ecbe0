package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.webhook.WebhookState.DONE;
import static org.evergreen.webhook.WebhookState.FAILED;
import static org.evergreen.webhook.WebhookState.IGNORED;
import static org.evergreen.webhook.WebhookState.WAITING;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.Test;

/** What becomes of charges when Stripe tells of payments. */
class ChargeNewsTest extends NewsTest {

  private static long paidRenewals(SubscriptionId id) {
    return shop.get(SubscriptionQueries.class).history(id).stream()
        .map(SubscriptionEvent::what)
        .filter(What.RENEWED::equals)
        .count();
  }

  @Test
  void cardPaymentThatIsOverIsNotReadAgain() {
    shop.subscribe("ada", TestMethod.VISA);
    shop.renewalsAreDue();
    int requests = shop.stripe().requests().size();

    shop.deliverAndProcess();

    assertThat(shop.events(DONE)).contains("payment_intent.succeeded");
    assertThat(shop.stripe().requests()).hasSize(requests);
  }

  @Test
  void debitIsPaidDaysLaterWhenStripeSaysSo() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.SEPA);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    assertThat(shop.charges("ada")).containsExactly("PROCESSING");

    shop.shop().clock().advance(Duration.ofDays(5));
    shop.account().debitArrives(shop.intent().id());
    shop.deliverAndProcess();

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(paidRenewals(id)).isEqualTo(1);
  }

  @Test
  void debitThatComesBackIsDeclinedAndOwed() {
    shop.subscribe("ada", TestMethod.SEPA);
    shop.renewalsAreDue();

    shop.shop().clock().advance(Duration.ofDays(5));
    shop.account().debitComesBack(shop.intent().id(), "insufficient_funds");
    shop.deliverAndProcess();

    assertThat(shop.charges("ada")).containsExactly("DECLINED");
    assertThat(shop.books()).contains("ada group UNPAID");
  }

  @Test
  void paymentThatTheShopperConfirmsIsPaidWithoutHisComingBack() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.AUTHENTICATES_ALWAYS);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    assertThat(shop.charges("ada")).containsExactly("ACTION_REQUIRED");

    shop.account().shopperConfirms(shop.intent().id());
    shop.deliverAndProcess();

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(paidRenewals(id)).isEqualTo(1);
  }

  @Test
  void paymentThatTheBankRefusesAfterConfirmationIsDeclined() {
    shop.subscribe("ada", TestMethod.AUTHENTICATES_ALWAYS);
    shop.renewalsAreDue();

    shop.account().shopperConfirmsInVain(shop.intent().id(), TestMethod.NOT_ENOUGH_FUNDS);
    shop.deliverAndProcess();

    assertThat(shop.charges("ada")).containsExactly("DECLINED");
  }

  @Test
  void latePaymentFailedAfterSucceededChangesNothing() {
    shop.subscribe("ada", TestMethod.SEPA);
    shop.renewalsAreDue();
    shop.account().debitArrives(shop.intent().id());
    shop.deliverAndProcess();
    List<String> before = shop.books();

    shop.deliver("evt_late1", "payment_intent.payment_failed", shop.intent().id());
    shop.deliver("evt_late2", "payment_intent.processing", shop.intent().id());
    shop.deliver("evt_late3", "payment_intent.canceled", shop.intent().id());
    shop.process();

    assertThat(shop.books()).isEqualTo(before);
    assertThat(shop.events(WAITING)).isEmpty();
    assertThat(shop.events(FAILED)).isEmpty();
  }

  @Test
  void webhookThatOvertakesTheAnswerOfTheCallWaitsForIt() throws Exception {
    SubscriptionId id = shop.subscribe("ada", TestMethod.VISA);
    shop.stripe().faults().next(Operation.CREATE_INTENT, Fault.LATE);
    CompletableFuture<Void> call = CompletableFuture.runAsync(shop::renewalsAreDue);
    waitUntilStripeHasIt(call);

    shop.deliver();
    assertThat(shop.process().postponed()).isPositive();
    assertThat(shop.charges("ada")).containsExactly("SUBMITTED");
    shop.stripe().faults().letGo();
    call.get(20, TimeUnit.SECONDS);
    shop.processUntilQuiet();

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(paidRenewals(id)).isEqualTo(1);
    assertThat(shop.events(DONE)).contains("payment_intent.succeeded");
  }

  private static void waitUntilStripeHasIt(CompletableFuture<Void> call) {
    while (shop.account().intents().stream().noneMatch(intent -> intent.received() > 0)) {
      assertThat(call).isNotDone();
      Thread.onSpinWait();
    }
  }

  @Test
  void answerThatIsLostIsRecoveredOnceThoughTheWebhookCameToo() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.VISA);
    shop.stripe().faults().next(Operation.CREATE_INTENT, Fault.ERROR_AFTER);
    shop.renewalsAreDue();
    shop.deliver(new Random(7));
    assertThat(shop.charges("ada")).containsExactly("SUBMITTED");

    shop.shop().clock().advance(Duration.ofMinutes(6));
    shop.recover();
    shop.processUntilQuiet();

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(paidRenewals(id)).isEqualTo(1);
    assertThat(shop.events(DONE)).contains("payment_intent.succeeded");
  }

  @Test
  void chargeWhoseAnswerAndWebhookAreBothLostIsFoundAndSettledOnce() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.VISA);
    shop.stripe().faults().next(Operation.CREATE_INTENT, Fault.ERROR_AFTER);
    shop.renewalsAreDue();
    assertThat(shop.charges("ada")).containsExactly("SUBMITTED");

    for (int run = 0; run < 3; run++) {
      shop.shop().clock().advance(Duration.ofMinutes(6));
      shop.recover();
      shop.renew();
    }

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(shop.account().intents()).hasSize(1);
    assertThat(paidRenewals(id)).isEqualTo(1);
  }

  @Test
  void debitWhoseWebhookIsLostIsReadAgainWithinSixHours() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.SEPA);
    shop.renewalsAreDue();
    shop.account().debitArrives(shop.intent().id());
    shop.shop().clock().advance(Duration.ofHours(5));
    shop.recover();
    assertThat(shop.charges("ada")).containsExactly("PROCESSING");

    shop.shop().clock().advance(Duration.ofHours(1));
    shop.recover();
    shop.recover();

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(paidRenewals(id)).isEqualTo(1);
  }

  @Test
  void confirmationWhoseWebhookIsLostIsReadAgainWithinSixHours() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.AUTHENTICATES_ALWAYS);
    shop.renewalsAreDue();
    shop.shop().clock().advance(Duration.ofHours(6));
    shop.recover();
    assertThat(shop.charges("ada")).containsExactly("ACTION_REQUIRED");

    shop.account().shopperConfirms(shop.intent().id());
    shop.shop().clock().advance(Duration.ofHours(6));
    shop.recover();
    shop.recover();

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
    assertThat(paidRenewals(id)).isEqualTo(1);
  }

  @Test
  void recoveryAndWebhooksAtTheSameTimeSettleOnce() {
    for (int round = 0; round < 5; round++) {
      shop.empty();
      SubscriptionId id = shop.subscribe("ada", TestMethod.SEPA);
      shop.renewalsAreDue();
      shop.account().debitArrives(shop.intent().id());
      shop.deliver();
      shop.shop().clock().advance(Duration.ofHours(7));

      AtomicInteger who = new AtomicInteger();
      Concurrently.call(
          4,
          () -> {
            if (who.incrementAndGet() % 2 == 0) {
              shop.recover();
            } else {
              shop.process();
            }
            return null;
          });

      assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
      assertThat(paidRenewals(id)).isEqualTo(1);
    }
  }

  @Test
  void paymentOfAnotherShopWithTheSameAccountIsIgnored() {
    shop.deliver("evt_other", "payment_intent.succeeded", "pi_of_another_shop");
    int requests = shop.stripe().requests().size();

    shop.processUntilQuiet();

    assertThat(shop.events(IGNORED))
        .singleElement()
        .asString()
        .startsWith("payment_intent.succeeded: No charge of this shop");
    assertThat(shop.stripe().requests()).hasSize(requests);
  }

  @Test
  void moneyForAChargeThatWasGivenUpIsToldToTheMerchant() {
    shop.subscribe("ada", TestMethod.FAILS_WHEN_CHARGED);
    shop.renewalsAreDue();
    assertThat(shop.charges("ada")).containsExactly("DECLINED");

    shop.account().shopperConfirms(shop.intent().id());
    shop.deliver();
    shop.process();

    assertThat(shop.charges("ada")).containsExactly("DECLINED");
    assertThat(shop.events(FAILED))
        .singleElement()
        .asString()
        .contains("The gateway took USD 10.89", "DECLINED here");
  }

  @Test
  void stripeThatDoesNotAnswerOrTalksNonsenseIsAskedAgain() {
    shop.subscribe("ada", TestMethod.SEPA);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    shop.account().debitArrives(shop.intent().id());
    shop.deliver();
    List<Fault> faults =
        List.of(Fault.ERROR_BEFORE, Fault.DROPPED_BEFORE, Fault.GARBAGE, Fault.TOO_MANY);

    for (Fault fault : faults) {
      shop.stripe()
          .faults()
          .otherwise(asked -> asked == Operation.RETRIEVE_INTENT ? fault : Fault.NONE);
      assertThat(shop.process().postponed()).as("%s", fault).isEqualTo(1);
      assertThat(shop.charges("ada")).containsExactly("PROCESSING");
      shop.shop().clock().advance(Duration.ofMinutes(5));
    }
    shop.stripe().faults().otherwise(asked -> Fault.NONE);
    assertThat(shop.process().done()).isEqualTo(1);

    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
  }
}
