package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.SetupOutcome;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.junit.jupiter.api.Test;

/** What becomes of stored methods when Stripe tells of them. */
class MethodNewsTest extends NewsTest {

  private static CustomerId customerOf(SubscriptionId id) {
    return shop.get(SubscriptionQueries.class).find(id).orElseThrow().customer();
  }

  private static PaymentMethod methodOf(SubscriptionId id) {
    List<PaymentMethod> all = methods(customerOf(id));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<PaymentMethod> methods(CustomerId customer) {
    return shop.get(PaymentMethods.class).ofCustomer(customer);
  }

  private static String atStripe(PaymentMethod method) {
    return method.token().substring(method.token().indexOf(':') + 1);
  }

  @Test
  void successorOfACardIsShownAndChargedAtOnceForWhatIsOwed() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.FAILS_WHEN_CHARGED);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    shop.renew();
    assertThat(shop.charges("ada")).containsExactly("DECLINED");

    shop.account().cardUpdated(atStripe(methodOf(id)), 2041);
    shop.deliverAndProcess();
    shop.renew();

    assertThat(methodOf(id).details().expiry()).isEqualTo(YearMonth.of(2041, 12));
    assertThat(shop.charges("ada")).hasSize(2);
  }

  @Test
  void successorOfACardIsChargedThoughTheProcessDiedOverTheNewsOfIt() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.FAILS_WHEN_CHARGED);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    shop.renew();
    shop.account().cardUpdated(atStripe(methodOf(id)), 2041);
    PaymentMethods stored = shop.get(PaymentMethods.class);
    assertThatThrownBy(
            () ->
                stored.refresh(
                    "stripe",
                    atStripe(methodOf(id)),
                    change -> {
                      throw new IllegalStateException("died");
                    }))
        .hasMessage("died");

    shop.deliverAndProcess();
    shop.renew();

    assertThat(methodOf(id).details().expiry()).isEqualTo(YearMonth.of(2041, 12));
    assertThat(shop.charges("ada")).hasSize(2);
  }

  @Test
  void repeatedNewsOfACardChargesNothingAgain() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.FAILS_WHEN_CHARGED);
    shop.renewalsAreDue();
    shop.account().cardUpdated(atStripe(methodOf(id)), 2041);
    shop.deliverAndProcess();
    shop.renew();
    int attempts = shop.charges("ada").size();

    shop.deliver("evt_again1", "payment_method.automatically_updated", atStripe(methodOf(id)));
    shop.deliver("evt_again2", "payment_method.updated", atStripe(methodOf(id)));
    shop.process();
    shop.renew();

    assertThat(shop.charges("ada")).hasSize(attempts);
  }

  @Test
  void methodThatWasTakenAwayAtStripeIsNotChargedAnyMore() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.VISA);
    shop.account().methodDetached(atStripe(methodOf(id)));
    shop.deliverAndProcess();

    assertThat(methodOf(id).isChargeable()).isFalse();
    shop.renewalsAreDue();
    assertThat(shop.account().intents()).isEmpty();
    assertThat(shop.books()).contains("ada group UNPAID");
  }

  @Test
  void methodThatAShopperLeftWithoutComingBackIsStored() {
    CustomerId ada = shop.shop().storefront().customer("ada");
    String setup = begun(ada);

    shop.account().shopperEnters(setup, TestMethod.VISA);
    shop.deliver(new Random(6));
    shop.processUntilQuiet();

    assertThat(methods(ada)).singleElement().returns(true, PaymentMethod::setUp);
  }

  @Test
  void methodThatAShopperLeftIsChargedForNothingByItself() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.VISA);
    PaymentMethod first = methodOf(id);
    shop.account().becomes(atStripe(first), TestMethod.LOST);
    shop.renewalsAreDue();
    shop.deliverAndProcess();
    assertThat(shop.charges("ada")).containsExactly("DECLINED");

    shop.shop().clock().advance(Duration.ofHours(1));
    shop.account().shopperEnters(begun(customerOf(id)), TestMethod.MASTERCARD);
    shop.deliver(new Random(8));
    shop.processUntilQuiet();
    shop.renew();
    shop.renew();

    assertThat(methods(customerOf(id))).hasSize(2);
    assertThat(shop.get(SubscriptionQueries.class).find(id).orElseThrow().method())
        .contains(first.id());
    assertThat(shop.charges("ada")).containsExactly("DECLINED");
  }

  @Test
  void lateNewsDoesNotBringARemovedMethodBack() {
    CustomerId ada = shop.shop().storefront().customer("ada");
    String setup = begun(ada);
    shop.account().shopperEnters(setup, TestMethod.VISA);
    PaymentMethods stored = shop.get(PaymentMethods.class);
    stored.remove(ada, stored.storeFinished(ada, setup).id());

    shop.deliver();
    shop.processUntilQuiet();

    assertThat(methods(ada)).isEmpty();
  }

  @Test
  void setupOfNobodyInThisShopIsIgnored() {
    shop.deliver("evt_other", "setup_intent.succeeded", "seti_of_another_shop");
    shop.processUntilQuiet();

    assertThat(shop.events(WebhookState.IGNORED)).hasSize(1);
  }

  @Test
  void accountWhoseOwnerTookHisConsentBackIsNotDebitedAnyMore() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.SEPA);
    shop.renewalsAreDue();
    shop.account().debitArrives(shop.intent().id());
    shop.account().consentEnds(atStripe(methodOf(id)));
    shop.deliverAndProcess();

    assertThat(methodOf(id).blocked()).contains("mandate_inactive");
    shop.shop().clock().advance(Duration.ofDays(31));
    shop.renew();
    assertThat(shop.account().intents()).hasSize(1);
  }

  @Test
  void newsThatAnOldConsentEndedLeavesTheRenewedOneAlone() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.SEPA);
    PaymentMethod account = methodOf(id);
    shop.account().consentEnds(atStripe(account));
    shop.shop().clock().advance(Duration.ofMinutes(1));
    PaymentMethods stored = shop.get(PaymentMethods.class);
    assertThat(stored.setUp(customerOf(id), account.id())).isEqualTo(new SetupOutcome.Ready());

    shop.deliverAndProcess();

    assertThat(shop.events(WebhookState.DONE)).contains("mandate.updated");
    assertThat(methodOf(id).isChargeable()).isTrue();
  }

  @Test
  void consentThatEndsAfterItWasRenewedIsOver() {
    SubscriptionId id = shop.subscribe("ada", TestMethod.SEPA);
    shop.get(PaymentMethods.class).setUp(customerOf(id), methodOf(id).id());
    shop.shop().clock().advance(Duration.ofMinutes(1));

    shop.account().consentEnds(atStripe(methodOf(id)));
    shop.deliverAndProcess();

    assertThat(methodOf(id).blocked()).contains("mandate_inactive");
  }

  private static String begun(CustomerId customer) {
    return shop.get(PaymentMethods.class).beginStoring(customer).orElseThrow().reference();
  }
}
