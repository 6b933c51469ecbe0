package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.evergreen.download.LadderAccess;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.settings.RetryLadder;
import org.evergreen.settings.RetryLadder.ShopperMail;
import org.evergreen.settings.RetryLadder.Step;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

class RetryLadderTest {

  private static final Instant DUE = Instant.parse("2026-02-28T16:00:00Z");

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  /** A renewal whose first attempt was just made. */
  private SubscriptionId tried(SandboxCard card) {
    SubscriptionId id = shop.subscribe(ada, card, shop.membership, monthly("9.90"));
    shop.renewAt(DUE.toString());
    return id;
  }

  private void runHourly(Duration time) {
    for (int hour = 0; hour < time.toHours(); hour++) {
      shop.clock().advance(Duration.ofHours(1));
      shop.renew();
      shop.get(RenewalRecovery.class).recover();
    }
  }

  private List<Duration> attemptsAfterDue(SubscriptionId id) {
    return shop.charges(id).stream()
        .map(charge -> Duration.between(DUE, charge.openedAt()))
        .toList();
  }

  private static List<Duration> hours(long... hours) {
    return Arrays.stream(hours).mapToObj(Duration::ofHours).toList();
  }

  private void newCard(SubscriptionId id, SandboxCard card) {
    shop.get(DetailCommands.class)
        .payWith(Seen.any(id), Actor.shopper(), shop.card(ada, card).id());
  }

  private List<Charge> settle(SubscriptionId id, ChargeOutcome outcome) {
    Charge last = shop.charges(id).get(shop.charges(id).size() - 1);
    return shop.get(ChargeSettlement.class).settle(List.of(new ChargeResult(last.id(), outcome)));
  }

  @Test
  void declinedPaymentIsTriedFiveTimesAgainWithinSevenDaysThenCancelled() {
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    assertThat(shop.group(id).retryAt()).contains(DUE.plus(Duration.ofHours(12)));

    runHourly(Duration.ofDays(9));

    assertThat(attemptsAfterDue(id)).isEqualTo(hours(0, 12, 24, 48, 96, 168));
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(shop.subscription(id).endsAt()).contains(DUE.plus(Duration.ofDays(7)));
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.history(id)).startsWith(What.CANCELLED, What.RENEWAL_FAILED);
    assertThat(shop.charged()).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void atTheEndItMayBePausedAndResumingTakesTheMissedPayment() {
    shop.shop().settings(settings().atEnd(FinalAction.PAUSE));
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    runHourly(Duration.ofDays(8));
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAUSED);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    newCard(id, SandboxCard.SUCCEEDS);

    shop.get(PauseCommands.class).resume(Seen.any(id), Actor.shopper());
    shop.renew();

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(id).lastPaymentAt()).contains(shop.clock().instant());
    assertThat(shop.charged()).hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void atTheEndItMayStayPastDueUntilSomebodyPays() {
    shop.shop().settings(settings().atEnd(FinalAction.LEAVE));
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    runHourly(Duration.ofDays(10));
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.charges(id)).hasSize(6);

    newCard(id, SandboxCard.SUCCEEDS);
    shop.renew();

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    shop.assertBooksAgree();
  }

  @Test
  void cardThatWillNeverWorkIsNotTriedAgainAndTheLadderStillEnds() {
    SubscriptionId id = tried(SandboxCard.LOST);

    runHourly(Duration.ofDays(7));

    assertThat(shop.charges(id)).hasSize(1);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void newCardIsChargedAtOnceAndPays() {
    SubscriptionId id = tried(SandboxCard.EXPIRED);
    runHourly(Duration.ofHours(14));
    assertThat(shop.charges(id)).hasSize(1);

    newCard(id, SandboxCard.SUCCEEDS);
    shop.renew();

    assertThat(shop.charges(id)).hasSize(2);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    shop.assertBooksAgree();
  }

  @Test
  void newCardThatIsDeclinedTooGoesOnWithTheLadder() {
    SubscriptionId id = tried(SandboxCard.EXPIRED);
    runHourly(Duration.ofHours(2));
    newCard(id, SandboxCard.INSUFFICIENT_FUNDS);

    runHourly(Duration.ofDays(8));

    assertThat(attemptsAfterDue(id)).isEqualTo(hours(0, 3, 12, 24, 48, 96, 168));
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void retryByHandDoesNotBreakTheLadder() {
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    runHourly(Duration.ofHours(5));
    shop.retry(id);

    runHourly(Duration.ofHours(20));

    assertThat(attemptsAfterDue(id)).isEqualTo(hours(0, 6, 12, 24));
    assertThat(shop.group(id).retryAt()).contains(DUE.plus(Duration.ofHours(48)));
  }

  @Test
  void shoppersOwnDeclinedPaymentDoesNotBreakTheLadderAndIsNotWrittenOf() {
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    runHourly(Duration.ofHours(5));
    long written = shop.count("evergreen_notice");

    shop.get(OpenRenewals.class)
        .pay(
            shop.group(id).id(),
            shop.card(ada, SandboxCard.DECLINES_RENEWALS).id(),
            Actor.shopper());

    assertThat(shop.charges(id)).hasSize(2);
    assertThat(shop.count("evergreen_notice")).isEqualTo(written);
    assertThat(shop.group(id).retryAt()).contains(DUE.plus(Duration.ofHours(12)));
    runHourly(Duration.ofHours(10));
    assertThat(attemptsAfterDue(id)).isEqualTo(hours(0, 5, 12));
  }

  @Test
  void confirmedDebitIsUnderWayForDaysAndThenPaid() {
    SubscriptionId id = tried(SandboxCard.REQUIRES_AUTHENTICATION);

    settle(id, new ChargeOutcome.Processing("sandbox-debit"));
    assertThat(shop.charges(id).get(0).state()).isEqualTo(ChargeState.PROCESSING);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.OPEN);
    assertThat(shop.subscription(id).isBeingCharged()).isTrue();
    assertThat(shop.get(OpenRenewals.class).of(id)).isEmpty();
    runHourly(Duration.ofDays(3));
    assertThat(shop.charges(id)).hasSize(1);
    settle(id, new ChargeOutcome.Succeeded("sandbox-debit"));

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(id).isBeingCharged()).isFalse();
  }

  @Test
  void confirmedDebitThatComesBackGoesOnWithTheLadder() {
    SubscriptionId id = tried(SandboxCard.REQUIRES_AUTHENTICATION);
    settle(id, new ChargeOutcome.Processing("sandbox-debit"));
    shop.clock().advance(Duration.ofDays(3));

    settle(
        id,
        new ChargeOutcome.Declined(
            "sandbox-debit", new Decline(DeclineClass.TRY_LATER, "insufficient_funds", "No.")));

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.UNPAID);
    assertThat(shop.group(id).retryAt())
        .contains(shop.clock().instant().plus(Duration.ofHours(12)));
  }

  @Test
  void chargeThatWaitsForTheShopperIsNotReplacedAndGivenUpAtTheEnd() {
    SubscriptionId id = tried(SandboxCard.REQUIRES_AUTHENTICATION);

    runHourly(Duration.ofDays(6));
    assertThat(shop.charges(id)).hasSize(1);
    assertThat(shop.charges(id).get(0).state()).isEqualTo(ChargeState.ACTION_REQUIRED);
    runHourly(Duration.ofDays(2));

    assertThat(shop.charges(id)).hasSize(1);
    assertThat(shop.charges(id).get(0).state()).isEqualTo(ChargeState.CANCELED);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(shop.history(id).stream().filter(What.CANCELLED::equals)).hasSize(1);
  }

  @Test
  void newCardReplacesAChargeThatWaitsForTheShopper() {
    SubscriptionId id = tried(SandboxCard.REQUIRES_AUTHENTICATION);

    newCard(id, SandboxCard.SUCCEEDS);
    shop.get(RenewalRecovery.class).recover();
    shop.renew();

    assertThat(shop.charges(id))
        .extracting(Charge::state)
        .containsExactly(ChargeState.CANCELED, ChargeState.SUCCEEDED);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    shop.assertBooksAgree();
  }

  @Test
  void faultOfTheShopUsesUpNoStep() {
    SubscriptionId id = tried(SandboxCard.TIMES_OUT_BEFORE_CHARGING);

    settle(
        id,
        new ChargeOutcome.Declined(
            "ours", new Decline(DeclineClass.OUR_FAULT, "api_key_expired", "Not set up.")));

    assertThat(ladderStep(id)).isZero();
    assertThat(shop.group(id).retryAt()).contains(DUE.plus(Duration.ofHours(12)));
    assertThat(shop.count("evergreen_notice where kind = 'RENEWAL_FAILED'")).isZero();
  }

  @Test
  void faultsOfTheShopStandStillInTheEndUntilTheMerchantChargesAgain() {
    SubscriptionId id = tried(SandboxCard.MISCONFIGURED);

    runHourly(Duration.ofDays(20));

    assertThat(attemptsAfterDue(id)).isEqualTo(hours(0, 12, 24, 48, 96, 168));
    assertThat(shop.group(id).retryAt()).isEmpty();
    assertThat(shop.group(id).problem().orElseThrow()).contains("Look at the gateway's settings");
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(ladderStep(id)).isZero();
    newCard(id, SandboxCard.SUCCEEDS);
    shop.retry(id);
    shop.renew();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    shop.assertBooksAgree();
  }

  @Test
  void cardThatWasRefusedTwentyTimesInAMonthRests() {
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    for (int attempt = 2; attempt <= 20; attempt++) {
      shop.clock().advance(Duration.ofMinutes(1));
      shop.retry(id);
      shop.renew();
    }
    assertThat(shop.charges(id)).hasSize(20);

    shop.retry(id);
    shop.renew();
    runHourly(Duration.ofDays(3));

    assertThat(shop.charges(id)).hasSize(20);
    assertThat(shop.group(id).problem().orElseThrow()).contains("network");
    assertThat(shop.group(id).retryAt()).contains(DUE.plus(Duration.ofDays(30)));
  }

  @Test
  void chargeThatWasNeverSentIsNoAttemptAtTheNetwork() {
    SubscriptionId id = tried(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    shop.shop().jdbc().update("update evergreen_charge set state = 'OPEN', submitted_at = null");
    shop.get(ChargeSettlement.class)
        .settle(List.of(ChargeResult.inACopy(shop.charges(id).get(0).id())));

    shop.retry(id);
    shop.renew();

    assertThat(shop.charges(id)).hasSize(2);
    assertThat(shop.group(id).problem()).isEmpty();
  }

  @Test
  void accessDuringAStepIsWhatTheMerchantSays() {
    Step open = new Step(Duration.ofHours(12), ShopperMail.PLAIN, false, true);
    Step closed = new Step(Duration.ofHours(24), ShopperMail.PLAIN, false, false);
    shop.shop().settings(settings().ladder(new RetryLadder(List.of(open, closed))));
    LadderAccess access = shop.get(LadderAccess.class);
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    assertThat(access.isLeftTo(id)).isTrue();

    runHourly(Duration.ofHours(12));

    assertThat(access.isLeftTo(id)).isFalse();
  }

  @Test
  void cardThatIsBlockedIsNotChargedForAnotherSubscriptionButItsLadderRuns() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.LOST, shop.membership, monthly("9.90"));
    shop.shop()
        .jdbc()
        .update("update evergreen_payment_method set blocked_at = now(), blocked_reason = 'lost'");

    shop.renewAt(DUE.toString());

    assertThat(shop.charges(id)).isEmpty();
    assertThat(shop.group(id).retryAt()).contains(DUE.plus(Duration.ofHours(12)));
    runHourly(Duration.ofDays(8));
    assertThat(shop.charges(id)).isEmpty();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void cardThatItsBankHasReplacedIsChargedAgain() {
    SubscriptionId id = tried(SandboxCard.EXPIRED);
    assertThat(shop.group(id).retryAt()).isEmpty();
    shop.retry(id);
    shop.renew();
    assertThat(shop.charges(id)).hasSize(1);

    shop.get(RenewalRemedies.class).methodRenewed(shop.subscription(id).method().orElseThrow());
    shop.renew();

    assertThat(shop.charges(id)).hasSize(2);
  }

  @Test
  void bankDebitThatIsUnderWayIsNotDisturbedByTheLadder() {
    SubscriptionId id = tried(SandboxCard.INSUFFICIENT_FUNDS);
    newCard(id, SandboxCard.BANK_DEBIT);

    runHourly(Duration.ofHours(60));
    assertThat(shop.charges(id))
        .extracting(Charge::state)
        .containsExactly(ChargeState.DECLINED, ChargeState.PROCESSING);
    runHourly(Duration.ofDays(2));

    assertThat(shop.charges(id)).hasSize(2);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  private int ladderStep(SubscriptionId id) {
    return shop.shop()
        .jdbc()
        .queryForObject(
            "select ladder_step from evergreen_renewal_group where id = ?",
            Integer.class,
            shop.group(id).id().value());
  }
}
