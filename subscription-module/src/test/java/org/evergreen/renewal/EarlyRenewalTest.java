package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.SelfService;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.subscription.UnknownSubscriptionException;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.OfferBuilder;
import org.junit.jupiter.api.Test;

/** A shopper pays the next payment before it is due. */
class EarlyRenewalTest {

  private static final String START = "2026-01-31T16:00:00Z";
  private static final String DUE = "2026-02-28T16:00:00Z";
  private static final String NEXT = "2026-03-31T15:00:00Z";
  private static final List<String> COLUMNS =
      List.of(
          "status",
          "next_cycle",
          "next_payment_at",
          "payments_left",
          "payments_made",
          "last_payment_at",
          "term_started_at",
          "paid_until",
          "ends_at",
          "credit",
          "open_group_id");

  private RenewalShop shop = RenewalShop.at(START);
  private CustomerId ada = shop.customer("ada");

  private SubscriptionId subscribe(SandboxCard card, OfferBuilder offer) {
    SubscriptionId id = shop.subscribe(ada, card, shop.membership, offer);
    shop.clock().advance(Duration.ofDays(7));
    shop.kill().spare();
    return id;
  }

  private SubscriptionId subscribe(SandboxCard card) {
    return subscribe(card, monthly("9.90"));
  }

  private EarlyRenewals early() {
    return shop.get(EarlyRenewals.class);
  }

  private EarlyRenewalQuote quote(SubscriptionId id) {
    return ((EarlyQuoteResult.Quoted) early().quote(id, Actor.shopper())).quote();
  }

  private OnDemandResult renew(SubscriptionId id) {
    return early().renew(id, quote(id).token(), Actor.shopper());
  }

  private Map<String, Object> row(SubscriptionId id) {
    return shop.shop()
        .jdbc()
        .queryForMap(
            "select " + String.join(", ", COLUMNS) + " from evergreen_subscription where id = ?",
            id.value());
  }

  @Test
  void nextPaymentIsMadeNowAndTheDatesMoveOnByOneCycle() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);

    OnDemandResult result = renew(id);

    assertThat(result).isEqualTo(new OnDemandResult.Paid(shop.group(id).orderNumber()));
    assertThat(shop.subscription(id).nextPaymentAt()).contains(Instant.parse(NEXT));
    assertThat(shop.subscription(id).paidUntil()).contains(Instant.parse(NEXT));
    assertThat(shop.subscription(id).termStartedAt()).contains(Instant.parse(START));
    assertThat(shop.subscription(id).paymentsMade()).isEqualTo(2);
    assertThat(shop.renewAt(DUE)).isEqualTo(RunReport.none());
    assertThat(shop.renewAt(NEXT).succeeded()).isEqualTo(1);
    assertThat(shop.charged()).hasSize(2);
    shop.assertBooksAgree();
  }

  @Test
  void quoteTellsWhatIsChargedAndHowItCameAbout() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));

    EarlyRenewalQuote quote = quote(id);

    assertThat(quote.dueAt()).isEqualTo(Instant.parse(DUE));
    assertThat(quote.nextPaymentAt()).contains(Instant.parse(NEXT));
    assertThat(quote.shipping()).isEqualTo(usd("5.00"));
    assertThat(quote.tax()).isEqualTo(usd("1.70"));
    assertThat(quote.toPay()).isEqualTo(usd("18.70"));
    assertThat(quote.working().asText())
        .isEqualTo(
            """
            USD 12.00	1 x Coffee
            USD 1.20	Tax
            USD 5.00	Shipping
            USD 0.50	Tax on it
            USD 18.70	To pay
            """);
    assertThat(shop.count("evergreen_renewal_group")).isZero();
  }

  @Test
  void declineLeavesTheSubscriptionExactlyAsItWasAndOwingNothing() {
    SubscriptionId id = subscribe(SandboxCard.INSUFFICIENT_FUNDS, monthly("9.90").payments(5));
    Map<String, Object> before = row(id);

    OnDemandResult result = renew(id);

    assertThat(result)
        .isEqualTo(new OnDemandResult.Declined("The card does not have enough funds."));
    assertThat(row(id)).isEqualTo(before);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.get(OpenRenewals.class).of(id)).isEmpty();
    assertThat(shop.count("evergreen_notice where kind like 'RENEWAL%'")).isZero();
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    assertThat(shop.renewAt(DUE).succeeded()).isEqualTo(1);
    shop.assertBooksAgree();
  }

  @Test
  void bankThatAsksTheShopperLeavesEverythingAsItWas() {
    SubscriptionId id = subscribe(SandboxCard.REQUIRES_AUTHENTICATION);
    Map<String, Object> before = row(id);

    assertThat(renew(id)).isEqualTo(new OnDemandResult.NeedsShopper());

    assertThat(row(id)).isEqualTo(before);
    assertThat(shop.count("evergreen_charge where state = 'CANCELED'")).isEqualTo(1);
  }

  @Test
  void lastPaymentMadeEarlyIsTheLast() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS, monthly("9.90").payments(2));

    renew(id);

    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(NEXT));
    assertThat(early().quote(id, Actor.shopper())).isInstanceOf(EarlyQuoteResult.Refused.class);
  }

  @Test
  void answerThatGotLostIsSettledOnceItIsKnown() {
    SubscriptionId id = subscribe(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    String token = quote(id).token();

    assertThat(early().renew(id, token, Actor.shopper()))
        .isEqualTo(new OnDemandResult.Unanswered());
    assertThat(early().renew(id, token, Actor.shopper()))
        .isEqualTo(new OnDemandResult.Unanswered());
    shop.recoverAfter(Duration.ofMinutes(6));

    assertThat(shop.subscription(id).nextPaymentAt()).contains(Instant.parse(NEXT));
    assertThat(shop.charged()).hasSize(1);
    shop.recoverAfter(Duration.ofMinutes(2));
    assertThat(early().renew(id, token, Actor.shopper()))
        .isEqualTo(new OnDemandResult.Paid(shop.group(id).orderNumber()));
    shop.assertBooksAgree();
  }

  @Test
  void oneQuoteIsRenewedOnceHoweverOftenItIsConfirmed() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    String token = quote(id).token();

    List<OnDemandResult> results =
        Concurrently.call(5, () -> early().renew(id, token, Actor.shopper()));

    assertThat(results).hasAtLeastOneElementOfType(OnDemandResult.Paid.class);
    assertThat(shop.charged()).hasSize(1);
    assertThat(early().renew(id, token, Actor.shopper())).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.subscription(id).nextPaymentAt()).contains(Instant.parse(NEXT));
    shop.assertBooksAgree();
  }

  @Test
  void quoteOfSomethingThatHasChangedOrExpiredIsOutdated() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    String token = quote(id).token();
    String ofAnother = quote(subscribe(SandboxCard.SUCCEEDS)).token();
    shop.changeCard(id, SandboxCard.SUCCEEDS_TOO);

    assertThat(early().renew(id, token, Actor.shopper())).isEqualTo(new OnDemandResult.Outdated());
    assertThat(early().renew(id, ofAnother, Actor.shopper()))
        .isEqualTo(new OnDemandResult.Outdated());
    assertThat(early().renew(id, "nonsense", Actor.shopper()))
        .isEqualTo(new OnDemandResult.Outdated());
    String fresh = quote(id).token();
    shop.clock().advance(Duration.ofHours(1));
    assertThat(early().renew(id, fresh, Actor.shopper())).isEqualTo(new OnDemandResult.Outdated());
    assertThat(shop.charged()).isEmpty();
    assertThat(shop.count("evergreen_billing_account where lease_owner is not null")).isZero();
  }

  @Test
  void earlyRenewalAtTheSameMomentAsTheRunBillsTheCycleOnce() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    shop.clock().set("2026-02-28T15:55:00Z");
    String token = quote(id).token();
    shop.kill()
        .after(
            "quote",
            1,
            () -> {
              shop.clock().set(DUE);
              assertThat(shop.renew()).isEqualTo(RunReport.none());
            });

    OnDemandResult result = early().renew(id, token, Actor.shopper());

    assertThat(result).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.subscription(id).nextPaymentAt()).contains(Instant.parse(NEXT));
    shop.assertBooksAgree();
  }

  @Test
  void whatIsNotActiveOrForbiddenIsRefusedWithASentence() {
    SubscriptionId trial =
        subscribe(SandboxCard.SUCCEEDS, monthly("9.90").trial(60, IntervalUnit.DAY));
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    String token = quote(id).token();

    assertThat(early().quote(trial, Actor.shopper()))
        .isEqualTo(new EarlyQuoteResult.Refused("It can be renewed early when its trial is over."));
    shop.shop().settings(settings().forbid(SelfService.Action.RENEW_EARLY));
    assertThat(early().quote(id, Actor.shopper())).isInstanceOf(EarlyQuoteResult.Refused.class);
    assertThat(early().renew(id, token, Actor.shopper()))
        .isInstanceOf(OnDemandResult.Refused.class);
    assertThat(early().quote(id, Actor.merchant("Grace")))
        .isInstanceOf(EarlyQuoteResult.Quoted.class);
    assertThatThrownBy(() -> early().quote(new SubscriptionId(99999), Actor.shopper()))
        .isInstanceOf(UnknownSubscriptionException.class);
    assertThat(shop.charged()).isEmpty();
  }

  @Test
  void whatIsCancelledWhileItIsChargedEarlyKeepsTheTimeThatIsPaidFor() {
    SubscriptionId id = subscribe(SandboxCard.INSUFFICIENT_FUNDS);
    String token = quote(id).token();
    shop.kill().after("charge", 1, () -> shop.commands().cancel(id, Actor.shopper(), ""));

    early().renew(id, token, Actor.shopper());

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(DUE));
    assertThat(shop.history(id)).contains(What.CANCELLED);
  }

  @Test
  void lastPaymentAfterNoticeIsTheOneThatWasNotMadeEarly() {
    SubscriptionId id = cancelledWhileAnEarlyPaymentFails(60, Actor.shopper());

    assertThat(shop.subscription(id).nextPaymentAt()).contains(Instant.parse(DUE));
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(NEXT));
    shop.changeCard(id, SandboxCard.SUCCEEDS);
    assertThat(shop.renewAt(DUE).succeeded()).isEqualTo(1);
    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(NEXT));
    shop.assertBooksAgree();
  }

  @Test
  void noticeGivenWhileAnEarlyPaymentFailsIsLateForThatPayment() {
    SubscriptionId id = cancelledWhileAnEarlyPaymentFails(25, Actor.shopper());

    assertThat(shop.subscription(id).nextPaymentAt()).contains(Instant.parse(DUE));
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(NEXT));
  }

  @Test
  void noticeInTimeForAnEarlyPaymentThatFailsNeedsNoPayment() {
    SubscriptionId id = cancelledWhileAnEarlyPaymentFails(21, Actor.shopper());

    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(DUE));
  }

  @Test
  void merchantWhoCancelsWhileAnEarlyPaymentFailsNeedsNoNotice() {
    SubscriptionId id = cancelledWhileAnEarlyPaymentFails(25, Actor.merchant("Grace"));

    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse(DUE));
  }

  /** It is 21 days before the payment. */
  private SubscriptionId cancelledWhileAnEarlyPaymentFails(int noticeDays, Actor actor) {
    SubscriptionId id =
        subscribe(SandboxCard.INSUFFICIENT_FUNDS, monthly("9.90").commitment(0, noticeDays));
    String token = quote(id).token();
    shop.kill().after("charge", 1, () -> shop.commands().cancel(id, actor, ""));

    early().renew(id, token, Actor.shopper());

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    return id;
  }

  @Test
  void bankThatAsksAfterTheSubscriptionWasEndedIsNotWaitedFor() {
    SubscriptionId id = subscribe(SandboxCard.REQUIRES_AUTHENTICATION);
    String token = quote(id).token();
    shop.kill()
        .after(
            "charge",
            1,
            () -> shop.commands().cancelNow(Seen.any(id), Actor.merchant("Grace"), ""));

    early().renew(id, token, Actor.shopper());
    shop.recoverAfter(Duration.ofMinutes(1));

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.count("evergreen_charge where state = 'CANCELED'")).isEqualTo(1);
  }

  @Test
  void earlyRenewalThatDiesAnywhereIsEitherPaidOnceOrNotAtAll() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    String token = quote(id).token();
    shop.kill().spare();
    early().renew(id, token, Actor.shopper());
    int places = shop.kill().passed().size();
    assertThat(places).isGreaterThan(12);

    for (int place = 0; place < places; place++) {
      dieAt(place);
    }
  }

  private void dieAt(int place) {
    shop = RenewalShop.at(START);
    ada = shop.customer("ada");
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    String token = quote(id).token();
    shop.kill().killAt(place);
    assertThatThrownBy(() -> early().renew(id, token, Actor.shopper()))
        .as("place %d", place)
        .isInstanceOf(Killed.class);

    shop.comeBackToLife();

    boolean paid = !shop.charged().isEmpty();
    assertThat(shop.charged().size()).as("place %d", place).isLessThanOrEqualTo(1);
    assertThat(shop.subscription(id).nextPaymentAt())
        .as("place %d", place)
        .contains(Instant.parse(paid ? NEXT : DUE));
    assertThat(shop.renewAt(DUE).renewals()).isEqualTo(paid ? 0 : 1);
    assertThat(shop.charged()).hasSize(1);
    shop.recoverAfter(Duration.ofMinutes(2));
    shop.assertBooksAgree();
  }

  @Test
  void askingBankWhoseAnswerNobodyHeardIsGivenUpByRecovery() {
    SubscriptionId id = subscribe(SandboxCard.REQUIRES_AUTHENTICATION);
    Map<String, Object> before = row(id);
    String token = quote(id).token();
    shop.kill()
        .after(
            "charge",
            1,
            () -> {
              throw new Killed("while charging");
            });
    assertThatThrownBy(() -> early().renew(id, token, Actor.shopper())).isInstanceOf(Killed.class);

    shop.comeBackToLife();
    shop.recoverAfter(Duration.ofHours(1));

    assertThat(row(id)).isEqualTo(before);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
  }
}
