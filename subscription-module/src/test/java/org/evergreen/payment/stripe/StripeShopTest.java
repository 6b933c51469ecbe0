package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserForm;
import org.evergreen.payment.BrowserPayment;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeLine;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.MethodChange;
import org.evergreen.payment.MethodRemoval;
import org.evergreen.payment.MethodSetup;
import org.evergreen.payment.NewCharge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.SetupOutcome;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Stored methods, and what the shopper's browser takes part in. */
class StripeShopTest extends StripeShopTests {

  private final PaymentMethods methods = shop.get(PaymentMethods.class);

  private static String setUpOf(int intent) {
    return shop.account().object(shop.account().intents().get(intent).id(), "setup_future_usage");
  }

  @Test
  void firstPaymentSetsTheMethodUpAndLaterOnesDoNot() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    shop.ordered("checkout-1", card);
    shop.ordered("checkout-2", card);
    shop.renewed("renewal-1", shop.now(card));

    assertThat(card.setUp()).isFalse();
    assertThat(shop.now(card).setUp()).isTrue();
    assertThat(List.of(setUpOf(0), setUpOf(1), setUpOf(2))).containsExactly("off_session", "", "");
  }

  @Test
  void cardThatAsksOnceRenewsAfterItsOwnerHasConfirmedAnOrder() {
    PaymentMethod card = shop.stored(TestMethod.AUTHENTICATES_ONCE);
    Charge order = shop.ordered("checkout-1", card);
    Optional<BrowserPayment> waiting =
        stripe().confirmation(new GatewayCharge(order.key(), reference(order)));
    shop.account().shopperConfirms(reference(order));

    assertThat(order.state()).isEqualTo(ChargeState.ACTION_REQUIRED);
    assertThat(waiting.orElseThrow().step()).isEqualTo(BrowserPayment.Step.NEXT_ACTION);
    assertThat(stripe().confirmation(new GatewayCharge(order.key(), reference(order)))).isEmpty();
    assertThat(shop.renewed("renewal-1", card).state()).isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void renewalThatTheBankStopsIsConfirmedWithItsMethod() {
    PaymentMethod card = shop.stored(TestMethod.AUTHENTICATES_ALWAYS);
    Charge renewal = shop.renewed("renewal-1", card);

    BrowserPayment payment =
        stripe().confirmation(new GatewayCharge(renewal.key(), reference(renewal))).orElseThrow();

    assertThat(renewal.state()).isEqualTo(ChargeState.ACTION_REQUIRED);
    assertThat(payment.step()).isEqualTo(BrowserPayment.Step.CONFIRM);
    assertThat(payment.method()).contains(MethodToken.methodIn(card.token()));
    assertThat(payment.clientSecret()).startsWith(reference(renewal));
    assertThat(payment.toString()).doesNotContain(payment.clientSecret());
  }

  @Test
  void methodIsSetUpByTheServerWhenNothingIsDue() {
    PaymentMethod card = shop.stored(TestMethod.VISA);

    assertThat(methods.setUp(shop.ada(), card.id())).isEqualTo(new SetupOutcome.Ready());
    assertThat(shop.now(card).setUp()).isTrue();
  }

  @Test
  void methodWhoseBankAsksIsSetUpByItsOwner() {
    PaymentMethod card = shop.stored(TestMethod.AUTHENTICATES_ONCE);
    SetupOutcome outcome = methods.setUp(shop.ada(), card.id());
    MethodSetup setup = ((SetupOutcome.ActionRequired) outcome).setup();
    shop.account().shopperConfirmsSetup(setup.reference());

    PaymentMethod finished = methods.storeFinished(shop.ada(), setup.reference());

    assertThat(finished.id()).isEqualTo(card.id());
    assertThat(finished.setUp()).isTrue();
    assertThat(shop.renewed("renewal-1", finished).state()).isEqualTo(ChargeState.SUCCEEDED);
  }

  @Test
  void methodThatTheBankRefusesIsNotSetUp() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    shop.account().becomes(MethodToken.methodIn(card.token()), TestMethod.LOST);

    assertThat(methods.setUp(shop.ada(), card.id())).isInstanceOf(SetupOutcome.Refused.class);
    assertThat(shop.now(card).setUp()).isFalse();
  }

  @Test
  void blockedCardThatIsStoredAnewStaysBlockedUntilItsOwnerSetsItUp() {
    methods.block(shop.stored(TestMethod.VISA).id(), "lost_card");
    PaymentMethod again = shop.stored(TestMethod.VISA);

    assertThat(again.blocked()).contains("lost_card");
    methods.setUp(shop.ada(), again.id());
    assertThat(shop.now(again).isChargeable()).isTrue();
  }

  @Test
  void accountUpdaterBringsTheNewExpiry() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    shop.account().cardUpdated(MethodToken.methodIn(card.token()), 2042);

    List<MethodChange> changes = refreshed(MethodToken.methodIn(card.token()));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).after().details().expiry().getYear()).isEqualTo(2042);
    assertThat(refreshed(MethodToken.methodIn(card.token()))).isEmpty();
  }

  private List<MethodChange> refreshed(String token) {
    return methods.refresh("stripe", token, change -> {});
  }

  @Test
  void methodThatIsTakenAwayAtStripeIsNotChargedAgain() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    shop.account().methodDetached(MethodToken.methodIn(card.token()));

    MethodChange change = refreshed(card.token()).get(0);

    assertThat(change.isLost()).isTrue();
    assertThat(shop.now(card).blocked()).contains("detached");
  }

  @Test
  void removedMethodIsRemovedAtStripe() {
    PaymentMethod card = shop.stored(TestMethod.VISA);

    assertThat(methods.remove(shop.ada(), card.id())).isEqualTo(new MethodRemoval.Removed());
    assertThat(shop.stripe().requests()).contains(Operation.DETACH_METHOD);
    assertThat(stripe().method(card.token())).isEmpty();
  }

  @Test
  void methodIsRemovedHereThoughStripeDoesNotAnswer() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    detachFails(1);

    assertThat(methods.remove(shop.ada(), card.id())).isEqualTo(new MethodRemoval.Removed());
    assertThat(methods.ofCustomer(shop.ada())).isEmpty();
    assertThat(stripe().method(card.token())).isPresent();
  }

  @Test
  void stripeIsToldOfARemovalAgainUntilItHasTheMethodNoMore() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    detachFails(2);
    methods.remove(shop.ada(), card.id());
    assertThat(shop.tellOfRemovals()).isZero();

    shop.shop().clock().advance(Duration.ofHours(1));
    assertThat(shop.tellOfRemovals()).isZero();
    shop.shop().clock().advance(Duration.ofHours(1));
    assertThat(shop.tellOfRemovals()).isEqualTo(1);

    assertThat(stripe().method(card.token())).isEmpty();
    int requests = shop.stripe().requests().size();
    shop.shop().clock().advance(Duration.ofDays(1));
    assertThat(shop.tellOfRemovals()).isZero();
    assertThat(shop.stripe().requests()).hasSize(requests);
  }

  @Test
  void methodThatIsStoredAgainIsNotTakenAwayLater() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    detachFails(1);
    methods.remove(shop.ada(), card.id());

    methods.store(shop.ada(), MethodToken.methodIn(card.token()));
    shop.shop().clock().advance(Duration.ofDays(1));

    assertThat(shop.tellOfRemovals()).isZero();
    assertThat(stripe().method(card.token())).isPresent();
    assertThat(methods.ofCustomer(shop.ada())).hasSize(1);
  }

  /** Stripe's client asks three times each time. */
  private static void detachFails(int times) {
    Fault[] faults = new Fault[3 * times];
    Arrays.fill(faults, Fault.ERROR_BEFORE);
    shop.stripe().faults().next(Operation.DETACH_METHOD, faults);
  }

  @Test
  void linesThatAddUpGoAlong() {
    Charge charge = shop.charged(renewal().paying(lines("4.95", "4.95")));

    assertThat(charge.state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(charge.details().lines()).isEqualTo(lines("4.95", "4.95"));
    assertThat(shop.account().lineItems(reference(charge)))
        .containsExactly("Coffee 1 x 495", "2 x Tea bags 1 x 495");
  }

  @Test
  void linesThatDoNotAddUpStayAway() {
    Charge charge = shop.charged(renewal().paying(lines("4.95", "4.94")));

    assertThat(charge.state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(shop.account().lineItems(reference(charge))).isEmpty();
  }

  private static NewCharge renewal() {
    PaymentMethod card = shop.stored(TestMethod.VISA);
    return new NewCharge(
        "renewal-1", ChargePurpose.RENEWAL, 1, shop.ada(), card, usd("9.90"), "Renewal");
  }

  private static List<ChargeLine> lines(String coffee, String tea) {
    return List.of(
        new ChargeLine("Coffee", 1, usd(coffee)), new ChargeLine("Tea bags", 2, usd(tea)));
  }

  @Test
  void formForANewMethodKnowsWhatIsDue() {
    BrowserForm due = stripe().browserForm(usd("9.90")).orElseThrow();
    BrowserForm nothing = stripe().browserForm(Money.zero(CurrencyUnit.EUR)).orElseThrow();

    assertThat(due.mode()).isEqualTo("payment");
    assertThat(due.amount()).isEqualTo(990);
    assertThat(due.currency()).isEqualTo("usd");
    assertThat(due.side().publishableKey()).isEqualTo("pk_test_double");
    assertThat(nothing.mode()).isEqualTo("setup");
    assertThat(stripe().browserForm(Money.parse("KWD 5.124"))).isEmpty();
  }
}
