package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.Test;

/** A shopper pays an owed renewal at once, with a method that he chooses. */
class OpenRenewalTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private CustomerId ada = shop.customer("ada");

  private SubscriptionId owed(SandboxCard card) {
    SubscriptionId id = shop.subscribe(ada, card, shop.membership, monthly("9.90"));
    shop.renewAt(DUE);
    shop.kill().spare();
    return id;
  }

  private PaymentMethodId card(SandboxCard card) {
    return shop.card(ada, card).id();
  }

  private OnDemandResult pay(SubscriptionId id, PaymentMethodId method) {
    return shop.get(OpenRenewals.class).pay(shop.group(id).id(), method, Actor.shopper());
  }

  @Test
  void declinedRenewalIsPaidAtOnceWithTheChosenMethodWhichPaysFromThenOn() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    PaymentMethodId chosen = card(SandboxCard.SUCCEEDS);
    assertThat(shop.get(OpenRenewals.class).of(id)).hasSize(1);

    OnDemandResult result = pay(id, chosen);

    assertThat(result).isEqualTo(new OnDemandResult.Paid(shop.group(id).orderNumber()));
    assertThat(shop.group(id).orderNumber()).isPresent();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(id).method()).contains(chosen);
    assertThat(shop.get(OpenRenewals.class).of(id)).isEmpty();
    assertThat(shop.history(id))
        .startsWith(What.RENEWED, What.RENEWAL_RETRY_REQUESTED, What.RENEWAL_FAILED);
    shop.assertBooksAgree();
  }

  @Test
  void renewalThatWaitsForAPaymentMethodIsPaid() {
    SubscriptionId id = owed(SandboxCard.SUCCEEDS);
    long method = shop.subscription(id).method().orElseThrow().value();
    shop.shop().jdbc().update("update evergreen_payment_method set removed_at = now()");
    shop.renewAt("2026-03-31T15:00:00Z");
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.WAITING);

    OnDemandResult result = pay(id, card(SandboxCard.SUCCEEDS_TOO));

    assertThat(result).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.subscription(id).method().orElseThrow().value()).isNotEqualTo(method);
    shop.assertBooksAgree();
  }

  @Test
  void declinedPaymentLeavesTheMethodAndTheDebt() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    Optional<PaymentMethodId> before = shop.subscription(id).method();

    OnDemandResult result = pay(id, card(SandboxCard.EXPIRED));

    assertThat(result).isEqualTo(new OnDemandResult.Declined("The card has expired."));
    assertThat(shop.subscription(id).method()).isEqualTo(before);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.UNPAID);
    assertThat(pay(id, card(SandboxCard.SUCCEEDS))).isInstanceOf(OnDemandResult.Paid.class);
    shop.assertBooksAgree();
  }

  @Test
  void twoTabsAndDoubleClicksChargeOnce() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    PaymentMethodId chosen = card(SandboxCard.SUCCEEDS);

    List<OnDemandResult> results = Concurrently.call(6, () -> pay(id, chosen));

    assertThat(results).hasAtLeastOneElementOfType(OnDemandResult.Paid.class);
    assertThat(results)
        .allMatch(
            result ->
                result instanceof OnDemandResult.Paid
                    || result instanceof OnDemandResult.Unanswered
                    || result instanceof OnDemandResult.Refused);
    assertThat(shop.charged()).hasSize(1);
    assertThat(pay(id, chosen)).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.charged()).hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void shopperIsToldThatHisBankMustConfirm() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);

    OnDemandResult result = pay(id, card(SandboxCard.REQUIRES_AUTHENTICATION));

    assertThat(result).isEqualTo(new OnDemandResult.NeedsShopper());
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.WAITING);
  }

  @Test
  void chargeThatWaitsForTheBankIsGivenUpForAnotherMethod() {
    SubscriptionId id = owed(SandboxCard.REQUIRES_AUTHENTICATION);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.WAITING);

    OnDemandResult result = pay(id, card(SandboxCard.SUCCEEDS));

    assertThat(result).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.charges(id))
        .extracting(Charge::state)
        .containsExactly(ChargeState.CANCELED, ChargeState.SUCCEEDED);
    shop.assertBooksAgree();
  }

  @Test
  void chargeWithoutAnAnswerIsNotFollowedByAnother() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    PaymentMethodId slow = card(SandboxCard.TIMES_OUT_AFTER_CHARGING);

    assertThat(pay(id, slow)).isEqualTo(new OnDemandResult.Unanswered());
    assertThat(pay(id, card(SandboxCard.SUCCEEDS))).isEqualTo(new OnDemandResult.Unanswered());

    shop.recoverAfter(Duration.ofMinutes(6));
    shop.recoverAfter(Duration.ofMinutes(2));
    assertThat(pay(id, card(SandboxCard.SUCCEEDS))).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.subscription(id).method()).contains(slow);
    assertThat(shop.charged()).hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void foreignOrRemovedMethodsAndUnknownRenewalsAreRefused() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    PaymentMethodId bens = shop.card(shop.customer("ben"), SandboxCard.SUCCEEDS).id();

    assertThat(pay(id, bens)).isInstanceOf(OnDemandResult.Refused.class);
    assertThat(shop.get(OpenRenewals.class).pay(new RenewalGroupId(987654), bens, Actor.shopper()))
        .isInstanceOf(OnDemandResult.Refused.class);
    assertThat(shop.charged()).isEmpty();
  }

  @Test
  void renewalThatIsNotOwedAnyMoreIsNotPaid() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    shop.commands().cancel(id, Actor.shopper(), "");

    assertThat(pay(id, card(SandboxCard.SUCCEEDS))).isInstanceOf(OnDemandResult.Refused.class);
    assertThat(shop.charged()).isEmpty();
  }

  @Test
  void paymentThatDiesAnywhereIsFinishedAndChargedOnce() {
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    PaymentMethodId chosen = card(SandboxCard.SUCCEEDS);
    shop.kill().spare();
    pay(id, chosen);
    int places = shop.kill().passed().size();
    assertThat(places).isGreaterThan(10);

    for (int place = 0; place < places; place++) {
      dieAt(place);
    }
  }

  private void dieAt(int place) {
    shop = RenewalShop.at("2026-01-31T16:00:00Z");
    ada = shop.customer("ada");
    SubscriptionId id = owed(SandboxCard.INSUFFICIENT_FUNDS);
    PaymentMethodId chosen = card(SandboxCard.SUCCEEDS);
    shop.kill().killAt(place);
    assertThatThrownBy(() -> pay(id, chosen)).as("place %d", place).isInstanceOf(Killed.class);

    shop.comeBackToLife();
    OnDemandResult result = pay(id, chosen);

    assertThat(result).as("place %d", place).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.charged()).as("place %d", place).hasSize(1);
    assertThat(shop.subscription(id).method()).contains(chosen);
    shop.assertBooksAgree();
  }
}
