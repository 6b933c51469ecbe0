package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.every;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

class RenewalRunTest {

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  @Test
  void twoDueSubscriptionsArePaidWithOneChargeAndOneOrder() {
    SubscriptionId coffee =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    SubscriptionId membership =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));

    RunReport report = shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(report).isEqualTo(new RunReport(1, 2, 1, 1, 0, 0, 0, 0));
    assertThat(shop.charged()).hasSize(1);
    // 12.00 + 9.90 + 5.00 shipping and 10 % tax on each
    assertThat(shop.takenByGateway()).isEqualTo(usd("29.59"));
    assertThat(shop.placed()).hasSize(1);
    assertThat(shop.group(coffee)).isEqualTo(shop.group(membership));
    assertThat(shop.group(coffee).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.group(coffee).order()).isPresent();
    shop.assertBooksAgree();
  }

  @Test
  void paidRenewalMovesTheSubscriptionToItsNextCycle() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));

    shop.renewAt("2026-02-28T17:00:00Z");

    Subscription renewed = shop.subscription(id);
    assertThat(renewed.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(renewed.nextPaymentAt()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(renewed.paidUntil()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(renewed.lastPaymentAt()).contains(Instant.parse("2026-02-28T17:00:00Z"));
    assertThat(shop.history(id)).containsExactly(What.RENEWED, What.STARTED);
    assertThat(shop.get(RenewalQueue.class).nextDueAt())
        .contains(Instant.parse("2026-03-31T15:00:00Z"));
  }

  @Test
  void nothingIsChargedBeforeItIsDue() {
    shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));

    assertThat(shop.renewAt("2026-02-28T15:59:59Z")).isEqualTo(RunReport.none());
    assertThat(shop.charged()).isEmpty();
  }

  @Test
  void secondRunFindsNothingToDo() {
    shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(shop.renew()).isEqualTo(RunReport.none());
    assertThat(shop.charged()).hasSize(1);
  }

  @Test
  void monthEndsAreCountedFromTheAnchor() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));

    shop.renewAt("2026-02-28T16:00:00Z");
    shop.renewAt("2026-03-31T15:00:00Z");
    shop.renewAt("2026-04-30T15:00:00Z");

    assertThat(shop.groups(id))
        .extracting(RenewalGroupView::dueAt)
        .containsExactly(
            Instant.parse("2026-04-30T15:00:00Z"),
            Instant.parse("2026-03-31T15:00:00Z"),
            Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(shop.charged()).hasSize(3);
  }

  @Test
  void ofMissedCyclesOnlyTheCurrentOneIsBilled() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));

    shop.renewAt("2026-05-10T00:00:00Z");

    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.group(id).dueAt()).isEqualTo(Instant.parse("2026-04-30T15:00:00Z"));
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-05-31T15:00:00Z"));
    shop.assertBooksAgree();
  }

  @Test
  void lastPaymentEndsTheSubscriptionWhenItsTermIsOver() {
    SubscriptionId id =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00").payments(2));

    shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(shop.subscription(id).nextPaymentAt()).isEmpty();
    assertThat(shop.subscription(id).endsAt()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(shop.renewAt("2026-03-31T15:00:00Z")).isEqualTo(RunReport.none());
    shop.commands().endDue();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.EXPIRED);
    assertThat(shop.charged()).hasSize(1);
  }

  @Test
  void trialEndsWithTheFirstPayment() {
    SubscriptionId id =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90").trial(14, DAY));

    assertThat(shop.renewAt("2026-02-14T15:59:59Z")).isEqualTo(RunReport.none());
    shop.renewAt("2026-02-14T16:00:00Z");

    assertThat(shop.takenByGateway()).isEqualTo(usd("10.89"));
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-03-14T15:00:00Z"));
  }

  @Test
  void cancelledSubscriptionIsNotCharged() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    shop.commands().cancel(id, Actor.shopper(), "Too much coffee");

    assertThat(shop.renewAt("2026-02-28T16:00:00Z")).isEqualTo(RunReport.none());
    assertThat(shop.charged()).isEmpty();
    shop.commands().endDue();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
  }

  @Test
  void renewalDueLaterTheSameDayIsTakenAlongOnTheDayWhenClocksChange() {
    // On 8 March 2026 Chicago has only 23 hours: 06:00Z to 05:00Z of the next day.
    shop.clock().set("2026-02-08T06:30:00Z");
    SubscriptionId first = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    shop.clock().set("2026-02-09T05:30:00Z");
    SubscriptionId lateSameDay =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));
    shop.clock().set("2026-02-09T06:10:00Z");
    SubscriptionId nextDay =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));

    shop.renewAt("2026-03-08T07:00:00Z");

    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.group(first).subscriptions()).containsExactly(first, lateSameDay);
    assertThat(shop.groups(nextDay)).isEmpty();
  }

  @Test
  void renewalDueLaterTheSameDayIsNotChargedByItself() {
    shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    SubscriptionId later =
        shop.subscribe(ada, SandboxCard.SUCCEEDS_TOO, shop.membership, monthly("9.90"));
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = next_payment_at"
                + " + interval '3 hours' where id = ?",
            later.value());

    shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.groups(later)).isEmpty();
    assertThat(shop.get(RenewalQueue.class).nextDueAt())
        .contains(Instant.parse("2026-02-28T19:00:00Z"));
  }

  @Test
  void whatShipsElsewhereIsAnotherOrderAndWhatDoesNotShipJoinsTheFirst() {
    SubscriptionId home = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    PostalAddress office =
        new PostalAddress("Ada", "2 Office Park", "", "Springfield", "IL", "62701", "US", "");
    SubscriptionId work =
        shop.subscribe(
            shop.order(ada)
                .paidWith(shop.card(ada, SandboxCard.SUCCEEDS).id())
                .shipTo(office)
                .with(shop.coffee, 2, monthly("12.00")));
    SubscriptionId membership =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));

    shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(shop.charged()).hasSize(2);
    assertThat(shop.group(home).subscriptions()).containsExactly(home, membership);
    assertThat(shop.group(work).subscriptions()).containsExactly(work);
    assertThat(shop.placed().get(shop.group(work).id().reference()).request().shipTo())
        .contains(office);
  }

  @Test
  void agreedPriceIsChargedWhateverTheCatalogSaysToday() {
    shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));
    shop.shop().storefront().reprice(shop.membership.id(), "99.00");

    shop.renewAt("2026-02-28T16:00:00Z");
    shop.shop().storefront().reprice(shop.membership.id(), "9.90");

    assertThat(shop.takenByGateway()).isEqualTo(usd("10.89"));
  }

  @Test
  void renewalThatCostsNothingIsOrderedWithoutACharge() {
    SubscriptionId id = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("0.00"));

    RunReport report = shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(report.renewals()).isEqualTo(1);
    assertThat(report.charges()).isZero();
    assertThat(shop.charges(id)).isEmpty();
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.placed().get(shop.group(id).id().reference()).gateway()).isEqualTo("none");
    assertThat(shop.subscription(id).paidUntil()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    shop.assertBooksAgree();
  }

  @Test
  void renewalWithoutAStoredMethodWaitsForTheShopper() {
    SubscriptionId id = shop.subscribe(shop.order(ada).with(shop.membership, 1, monthly("9.90")));

    RunReport report = shop.renewAt("2026-02-28T16:00:00Z");

    assertThat(report.waiting()).isEqualTo(1);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.WAITING);
    assertThat(shop.group(id).total()).isEqualTo(usd("10.89"));
    assertThat(shop.group(id).problem()).contains(GroupOutcome.NO_METHOD);
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.renewAt("2026-04-30T16:00:00Z")).isEqualTo(RunReport.none());
  }

  @Test
  void everyDueCycleOfAYearIsChargedOnce() {
    SubscriptionId id =
        shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, every(30, DAY, "9.90"));
    List<Instant> due = shop.subscription(id).schedule(shop.shop().time().zone()).preview(1, 12);

    for (Instant instant : due) {
      shop.renewAt(instant.toString());
    }

    assertThat(shop.charged()).hasSize(12);
    assertThat(shop.count("evergreen_renewal")).isEqualTo(12);
    shop.assertBooksAgree();
  }
}
