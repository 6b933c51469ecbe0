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
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.junit.jupiter.api.Test;

/** A subscription ends while the bank waits for the shopper to confirm a payment for it. */
class BanksQuestionTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId membership(OfferBuilder offer) {
    return shop.subscribe(ada, SandboxCard.REQUIRES_AUTHENTICATION, shop.membership, offer);
  }

  private SubscriptionId asked() {
    SubscriptionId id = membership(monthly("9.90"));
    shop.renewAt(DUE);
    assertThat(states(id)).containsExactly(ChargeState.ACTION_REQUIRED);
    return id;
  }

  /** Cancelled on 27 February with a week of notice, so that 28 February is the last payment. */
  private SubscriptionId askedForTheLastPayment(OfferBuilder offer) {
    SubscriptionId id = membership(offer.commitment(0, 7));
    shop.clock().set("2026-02-27T16:00:00Z");
    shop.commands().cancel(id, Actor.shopper(), "");
    shop.renewAt(DUE);
    assertThat(states(id)).containsExactly(ChargeState.ACTION_REQUIRED);
    return id;
  }

  private List<ChargeState> states(SubscriptionId id) {
    return shop.charges(id).stream().map(Charge::state).toList();
  }

  private void confirms(SubscriptionId id) {
    ChargeOutcome paid = new ChargeOutcome.Succeeded("confirmed");
    shop.get(ChargeSettlement.class)
        .settle(List.of(new ChargeResult(shop.charges(id).get(0).id(), paid)));
  }

  private void runHourly(Duration time) {
    for (int hour = 0; hour < time.toHours(); hour++) {
      shop.clock().advance(Duration.ofHours(1));
      shop.renew();
      shop.get(RenewalRecovery.class).recover();
      shop.commands().endDue();
    }
  }

  private void assertGivenUp(SubscriptionId id) {
    assertThat(states(id)).containsExactly(ChargeState.CANCELED);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    shop.assertBooksAgree();
  }

  @Test
  void whoeverCancelsIsNotAskedToConfirmAnyMore() {
    SubscriptionId id = asked();

    shop.commands().cancel(id, Actor.shopper(), "");
    shop.recoverAfter(Duration.ofMinutes(1));

    assertGivenUp(id);
  }

  @Test
  void whatTheMerchantEndsIsNotConfirmedAnyMore() {
    SubscriptionId id = asked();

    shop.commands().cancelNow(Seen.any(id), Actor.merchant("Grace"), "");
    shop.recoverAfter(Duration.ofMinutes(1));

    assertGivenUp(id);
  }

  @Test
  void whoeverCancelsIsNotRemindedWhileTheChargeIsGivenUp() {
    SubscriptionId id = asked();
    long written = shop.count("evergreen_notice where kind = 'RENEWAL_FAILED'");
    assertThat(written).isEqualTo(1);

    shop.commands().cancel(id, Actor.shopper(), "");
    for (int step = 0; step < 5; step++) {
      shop.clock().advance(Duration.ofHours(24));
      shop.renew();
    }

    assertThat(shop.count("evergreen_notice where kind = 'RENEWAL_FAILED'")).isEqualTo(written);
    shop.recoverAfter(Duration.ofMinutes(1));
    assertGivenUp(id);
  }

  @Test
  void othersInTheChargeAreAskedForByThemselvesAtOnce() {
    SubscriptionId coffee =
        shop.subscribe(ada, SandboxCard.REQUIRES_AUTHENTICATION, shop.coffee, monthly("12.00"));
    SubscriptionId membership = asked();
    assertThat(shop.charges(coffee).get(0).amount()).isEqualTo(usd("29.59"));

    shop.commands().cancel(coffee, Actor.shopper(), "");
    shop.recoverAfter(Duration.ofMinutes(1));
    shop.renew();

    assertThat(states(membership))
        .containsExactly(ChargeState.CANCELED, ChargeState.ACTION_REQUIRED);
    assertThat(shop.charges(membership).get(1).amount()).isEqualTo(usd("10.89"));
    assertThat(shop.subscription(membership).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.subscription(coffee).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    shop.assertBooksAgree();
  }

  @Test
  void bankThatAsksAfterTheEndIsNotWaitedForAndNobodyIsWrittenTo() {
    SubscriptionId id = membership(monthly("9.90"));
    shop.clock().set(DUE);
    shop.kill()
        .after(
            "charge",
            1,
            () -> shop.commands().cancelNow(Seen.any(id), Actor.merchant("Grace"), ""));
    shop.renew();
    assertThat(states(id)).containsExactly(ChargeState.ACTION_REQUIRED);

    shop.recoverAfter(Duration.ofMinutes(1));

    assertGivenUp(id);
    assertThat(shop.count("evergreen_notice where kind = 'RENEWAL_FAILED'")).isZero();
  }

  @Test
  void shopperWhoIsFasterThanTheEndHasPaid() {
    SubscriptionId id = asked();
    shop.commands().cancel(id, Actor.shopper(), "");

    confirms(id);

    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(shop.history(id)).first().isEqualTo(What.RENEWED);
  }

  @Test
  void lastPaymentAfterNoticeMayBeConfirmedWhileItWaits() {
    SubscriptionId id = askedForTheLastPayment(monthly("9.90"));
    Instant end = Instant.parse("2026-03-31T15:00:00Z");

    runHourly(Duration.ofDays(3));
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(shop.subscription(id).endsAt()).contains(end);
    confirms(id);

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(shop.subscription(id).paidUntil()).contains(end);
    assertThat(shop.subscription(id).endsAt()).contains(end);
  }

  @Test
  void anotherCardMakesTheLastPaymentAfterNotice() {
    SubscriptionId id = askedForTheLastPayment(monthly("9.90"));

    shop.get(DetailCommands.class)
        .payWith(Seen.any(id), Actor.shopper(), shop.card(ada, SandboxCard.SUCCEEDS).id());
    shop.recoverAfter(Duration.ofMinutes(1));
    shop.renew();

    assertPaidAndEnding(id);
  }

  @Test
  void lastPaymentAfterNoticeIsMadeByHandInstead() {
    SubscriptionId id = askedForTheLastPayment(monthly("9.90"));

    shop.get(OpenRenewals.class)
        .pay(shop.group(id).id(), shop.card(ada, SandboxCard.SUCCEEDS).id(), Actor.shopper());

    assertPaidAndEnding(id);
  }

  private void assertPaidAndEnding(SubscriptionId id) {
    assertThat(states(id)).containsExactly(ChargeState.CANCELED, ChargeState.SUCCEEDED);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PENDING_CANCEL);
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    shop.assertBooksAgree();
  }

  @Test
  void lastPaymentAfterNoticeThatIsNeverConfirmedEndsIt() {
    SubscriptionId id = askedForTheLastPayment(monthly("9.90"));

    runHourly(Duration.ofDays(8));

    assertGivenUp(id);
    assertThat(shop.subscription(id).endsAt().orElseThrow())
        .isBetween(Instant.parse("2026-03-07T16:00:00Z"), Instant.parse("2026-03-07T18:00:00Z"));
  }

  @Test
  void chargeIsNotConfirmedAfterTheTermThatItWasToPayFor() {
    shop.clock().set("2026-02-24T16:00:00Z");
    SubscriptionId id = askedForTheLastPayment(OfferBuilder.every(4, IntervalUnit.DAY, "9.90"));
    Instant end = shop.subscription(id).endsAt().orElseThrow();
    assertThat(end).isAfter(shop.clock().instant());

    shop.clock().set(end.toString());
    shop.commands().endDue();
    shop.recoverAfter(Duration.ofMinutes(1));

    assertGivenUp(id);
  }
}
