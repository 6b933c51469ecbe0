package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

class UnpaidRenewalTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId membership(SandboxCard card) {
    return shop.subscribe(ada, card, shop.membership, monthly("9.90"));
  }

  private SubscriptionId coffee(SandboxCard card) {
    return shop.subscribe(ada, card, shop.coffee, monthly("12.00"));
  }

  @Test
  void declinedRenewalMakesTheSubscriptionPastDue() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);

    RunReport report = shop.renewAt(DUE);

    assertThat(report.declined()).isEqualTo(1);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.UNPAID);
    assertThat(shop.group(id).problem()).contains("The card does not have enough funds.");
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.subscription(id).paidUntil()).contains(Instant.parse(DUE));
    assertThat(shop.history(id)).first().isEqualTo(What.RENEWAL_FAILED);
    assertThat(shop.placed()).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void noNewCycleIsBilledWhileOneIsOwed() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);

    shop.renewAt("2026-05-01T00:00:00Z");

    assertThat(shop.groups(id)).hasSize(1);
  }

  @Test
  void retryChargesTheCardThatTheSubscriptionHasNow() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    shop.retry(id);

    RunReport report = shop.renew();

    assertThat(report.succeeded()).isEqualTo(1);
    assertThat(shop.charges(id))
        .extracting(Charge::state)
        .containsExactly(ChargeState.DECLINED, ChargeState.SUCCEEDED);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.group(id).problem()).isEmpty();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-03-31T15:00:00Z"));
    shop.assertBooksAgree();
  }

  @Test
  void retryThatIsDeclinedTooIsAnotherAttempt() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.retry(id);
    shop.renew();

    assertThat(shop.charges(id)).extracting(Charge::attempt).containsExactly(1, 2);
    assertThat(shop.charges(id)).extracting(charge -> charge.key().value()).doesNotHaveDuplicates();
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.UNPAID);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
  }

  @Test
  void retryOfAPaidGroupDoesNothing() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.renewAt(DUE);
    shop.retry(id);

    assertThat(shop.renew()).isEqualTo(RunReport.none());
    assertThat(shop.charged()).hasSize(1);
  }

  @Test
  void afterALatePaymentOnlyTheCurrentCycleIsBilledOnTheKeptSchedule() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    shop.clock().set("2026-05-15T00:00:00Z");
    shop.retry(id);

    shop.renew();

    assertThat(shop.groups(id))
        .extracting(RenewalGroupView::dueAt)
        .containsExactly(Instant.parse("2026-04-30T15:00:00Z"), Instant.parse(DUE));
    assertThat(shop.charged()).hasSize(2);
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-05-31T15:00:00Z"));
    shop.assertBooksAgree();
  }

  @Test
  void cardThatNeedsConfirmationLeavesTheGroupWaitingWithoutAnotherCharge() {
    SubscriptionId id = membership(SandboxCard.REQUIRES_AUTHENTICATION);

    RunReport report = shop.renewAt(DUE);
    shop.retry(id);

    assertThat(report.waiting()).isEqualTo(1);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.WAITING);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    assertThat(shop.charges(id)).hasSize(1);
  }

  @Test
  void confirmedChargeReactivatesTheSubscription() {
    SubscriptionId id = membership(SandboxCard.REQUIRES_AUTHENTICATION);
    shop.renewAt(DUE);

    settle(id, new ChargeOutcome.Succeeded("confirmed"));

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void cardThatIsLeftLaterPaysTheWaitingRenewal() {
    SubscriptionId id = shop.subscribe(shop.order(ada).with(shop.membership, 1, monthly("9.90")));
    shop.renewAt(DUE);
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    shop.retry(id);

    shop.renew();

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.takenByGateway()).isEqualTo(usd("10.89"));
    shop.assertBooksAgree();
  }

  @Test
  void cancellingStrikesOutTheOwedPartOfTheGroup() {
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    assertThat(shop.group(membership).total()).isEqualTo(usd("29.59"));

    shop.commands().cancel(coffee, Actor.shopper(), "");
    shop.changeCard(membership, SandboxCard.SUCCEEDS);
    shop.retry(membership);
    shop.renew();

    assertThat(shop.subscription(coffee).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    // Neither coffee nor its shipping.
    assertThat(shop.takenByGateway()).isEqualTo(usd("10.89"));
    assertThat(shop.subscription(membership).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.placed().get(shop.group(membership).id().reference()).request().lines())
        .hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void groupOfWhichEverythingWasCancelledIsCanceled() {
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.retry(coffee);

    shop.commands().cancel(coffee, Actor.shopper(), "");
    shop.commands().cancel(membership, Actor.shopper(), "");

    assertThat(shop.group(coffee).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    assertThat(shop.charged()).isEmpty();
  }

  @Test
  void renewalThatIsUnderWayWhenItsSubscriptionIsCancelledPaysTheLastTerm() {
    SubscriptionId id = membership(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    shop.renewAt(DUE);
    shop.commands().cancel(id, Actor.shopper(), "");
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);

    shop.recoverAfter(Duration.ofMinutes(10));

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(shop.renewAt("2026-03-31T15:00:00Z")).isEqualTo(RunReport.none());
    shop.recoverAfter(Duration.ofMinutes(10));
    shop.assertBooksAgree();
  }

  @Test
  void renewalThatIsDeclinedAfterItsSubscriptionWasCancelledIsNotOwed() {
    SubscriptionId id = membership(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    shop.renewAt(DUE);
    shop.commands().cancel(id, Actor.shopper(), "");

    settle(id, declined());
    shop.commands().endDue();

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void lateSecondResultChangesNothing() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.renewAt(DUE);
    RenewalGroupView paid = shop.group(id);

    assertThat(settle(id, new ChargeOutcome.Succeeded("again"))).isEmpty();
    assertThat(settle(id, declined())).isEmpty();

    assertThat(shop.group(id)).isEqualTo(paid);
    assertThat(shop.history(id)).containsExactly(What.RENEWED, What.STARTED);
  }

  @Test
  void bankDebitIsPaidWhenItsMoneyArrives() {
    SubscriptionId id = membership(SandboxCard.BANK_DEBIT);
    shop.renewAt(DUE);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.OPEN);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);

    shop.recoverAfter(Duration.ofDays(1));
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.OPEN);
    shop.recoverAfter(Duration.ofDays(2));

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.charges(id)).hasSize(1);
  }

  private List<Charge> settle(SubscriptionId id, ChargeOutcome outcome) {
    Charge last = shop.charges(id).get(shop.charges(id).size() - 1);
    return shop.get(ChargeSettlement.class).settle(List.of(new ChargeResult(last.id(), outcome)));
  }

  private static ChargeOutcome declined() {
    return new ChargeOutcome.Declined("late", new Decline(DeclineClass.TRY_LATER, "no", "No."));
  }
}
