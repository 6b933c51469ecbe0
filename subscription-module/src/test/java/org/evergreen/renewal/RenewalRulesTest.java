package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Instant;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.BillingRules.LatePayment;
import org.evergreen.settings.BillingRules.MissedCycles;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/** What the merchant decides: missed cycles and late payments; what the shopper: by hand or not. */
class RenewalRulesTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId membership(SandboxCard card) {
    return shop.subscribe(ada, card, shop.membership, monthly("9.90"));
  }

  private OnDemandResult pay(SubscriptionId id, SandboxCard card) {
    PaymentMethodId method = shop.card(ada, card).id();
    return shop.get(OpenRenewals.class).pay(shop.group(id).id(), method, Actor.shopper());
  }

  @Test
  void eachMissedCycleIsBilledIfTheMerchantWantsIt() {
    shop.shop().settings(settings().missedCycles(MissedCycles.EACH));
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);

    RunReport report = shop.renewAt("2026-05-01T00:00:00Z");

    assertThat(report.succeeded()).isEqualTo(3);
    assertThat(shop.groups(id))
        .extracting(RenewalGroupView::dueAt)
        .containsExactly(
            Instant.parse("2026-04-30T15:00:00Z"),
            Instant.parse("2026-03-31T15:00:00Z"),
            Instant.parse(DUE));
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-05-31T15:00:00Z"));
    assertThat(shop.subscription(id).paymentsMade()).isEqualTo(4);
    shop.assertBooksAgree();
  }

  @Test
  void noMissedCycleIsBilledIfTheMerchantWantsNone() {
    shop.shop().settings(settings().missedCycles(MissedCycles.NONE));
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);

    RunReport report = shop.renewAt("2026-05-01T00:00:00Z");

    assertThat(report.renewals()).isZero();
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-05-31T15:00:00Z"));
    assertThat(shop.history(id)).first().isEqualTo(What.CYCLES_LEFT_OUT);
    assertThat(shop.renew()).isEqualTo(RunReport.none());
    assertThat(shop.renewAt("2026-05-31T15:00:00Z").succeeded()).isEqualTo(1);
    shop.assertBooksAgree();
  }

  @Test
  void latePaymentKeepsTheScheduleByDefault() {
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.clock().set("2026-03-10T09:00:00Z");

    pay(id, SandboxCard.SUCCEEDS);

    Subscription paid = shop.subscription(id);
    assertThat(paid.nextPaymentAt()).contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(paid.termStartedAt()).contains(Instant.parse(DUE));
    assertThat(paid.paymentsMade()).isEqualTo(2);
  }

  @Test
  void latePaymentStartsTheDatesAnewIfTheMerchantWantsIt() {
    shop.shop().settings(settings().latePayment(LatePayment.RESTART));
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.clock().set("2026-03-10T17:00:00Z");

    pay(id, SandboxCard.SUCCEEDS);

    Subscription paid = shop.subscription(id);
    assertThat(paid.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(paid.termStartedAt()).contains(Instant.parse("2026-03-10T17:00:00Z"));
    assertThat(paid.nextPaymentAt()).contains(Instant.parse("2026-04-10T17:00:00Z"));
    assertThat(paid.paidUntil()).contains(Instant.parse("2026-04-10T17:00:00Z"));
    assertThat(shop.renewAt("2026-04-10T17:00:00Z").succeeded()).isEqualTo(1);
    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-05-10T17:00:00Z"));
    shop.assertBooksAgree();
  }

  @Test
  void paymentOnTheDayItIsDueDoesNotStartTheDatesAnew() {
    shop.shop().settings(settings().latePayment(LatePayment.RESTART));
    SubscriptionId id = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE);
    shop.clock().set("2026-02-28T20:00:00Z");

    pay(id, SandboxCard.SUCCEEDS);

    assertThat(shop.subscription(id).nextPaymentAt())
        .contains(Instant.parse("2026-03-31T15:00:00Z"));
  }

  @Test
  void withAutomaticRenewalOffTheShopperPaysByHand() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.get(DetailCommands.class).automaticRenewal(Seen.any(id), Actor.shopper(), false);

    RunReport report = shop.renewAt(DUE);

    assertThat(report.waiting()).isEqualTo(1);
    assertThat(shop.charged()).isEmpty();
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.WAITING);
    assertThat(shop.group(id).problem())
        .contains("Automatic renewal is off, so this payment is made by hand.");
    assertThat(shop.count("evergreen_notice where kind like 'RENEWAL%'")).isEqualTo(1);

    assertThat(pay(id, SandboxCard.SUCCEEDS)).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.subscription(id).automaticRenewal()).isFalse();
    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    shop.assertBooksAgree();
  }

  @Test
  void creditPaysEvenWithAutomaticRenewalOff() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.credit(id, "20.00");
    shop.get(DetailCommands.class).automaticRenewal(Seen.any(id), Actor.shopper(), false);

    shop.renewAt(DUE);

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.charged()).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void whatHasAnOpenChangeIsNotRenewedMeanwhile() {
    SubscriptionId id = membership(SandboxCard.SUCCEEDS);
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription set open_change_id = 1, version = version + 1"
                + " where id = ?",
            id.value());

    assertThat(shop.renewAt(DUE).renewals()).isZero();
    assertThat(shop.charged()).isEmpty();
  }
}
