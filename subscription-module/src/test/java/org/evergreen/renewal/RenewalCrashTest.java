package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Duration;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/** Whenever a process dies, what it left behind is finished and nothing is charged twice. */
class RenewalCrashTest {

  private static final String DUE = "2026-02-28T16:00:00Z";

  private RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");

  /** One customer with two subscriptions, one whose card is declined, one with nothing to pay. */
  private void subscribeAll() {
    CustomerId ada = shop.customer("ada");
    shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.coffee, monthly("12.00"));
    shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90"));
    CustomerId ben = shop.customer("ben");
    shop.subscribe(ben, SandboxCard.INSUFFICIENT_FUNDS, shop.membership, monthly("9.90"));
    CustomerId cleo = shop.customer("cleo");
    shop.subscribe(cleo, SandboxCard.SUCCEEDS, shop.membership, monthly("0.00"));
    CustomerId dora = shop.customer("dora");
    shop.subscribe(dora, SandboxCard.TIMES_OUT_AFTER_CHARGING, shop.coffee, monthly("12.00"));
    shop.clock().set(DUE);
    shop.kill().spare();
  }

  private void assertEverythingIsDoneOnce() {
    shop.assertBooksAgree();
    assertThat(shop.charged()).hasSize(2);
    assertThat(shop.placed()).hasSize(3);
    assertThat(shop.count("evergreen_renewal")).isEqualTo(5);
    assertThat(shop.count("evergreen_charge where state = 'SUCCEEDED'")).isEqualTo(2);
    assertThat(shop.count("evergreen_charge where state = 'DECLINED'")).isEqualTo(1);
    assertThat(shop.count("evergreen_subscription where status = 'ACTIVE'")).isEqualTo(4);
    assertThat(shop.count("evergreen_subscription where status = 'PAST_DUE'")).isEqualTo(1);
    assertThat(shop.count("evergreen_subscription_event where what = 'RENEWED'")).isEqualTo(4);
    assertThat(shop.count("evergreen_parked_renewal")).isZero();
  }

  @Test
  void runThatDiesAnywhereIsFinishedByTheNextOne() {
    subscribeAll();
    shop.renew();
    int places = shop.kill().passed().size();
    assertThat(places).isGreaterThan(20);

    for (int place = 0; place < places; place++) {
      shop = RenewalShop.at("2026-01-31T16:00:00Z");
      subscribeAll();
      shop.kill().killAt(place);
      assertThatThrownBy(shop::renew).as("place %d", place).isInstanceOf(Killed.class);

      shop.comeBackToLife();

      assertEverythingIsDoneOnce();
    }
  }

  @Test
  void recoveryThatDiesAnywhereIsFinishedByTheNextOne() {
    int places = leaveEverythingToRecovery();
    assertThat(places).isGreaterThan(10);

    for (int place = 0; place < places; place++) {
      leaveUnfinished();
      shop.kill().killAt(place);
      assertThatThrownBy(() -> shop.recoverAfter(Duration.ofMinutes(15)))
          .as("place %d", place)
          .isInstanceOf(Killed.class);

      shop.comeBackToLife();

      assertEverythingIsDoneOnce();
    }
  }

  private int leaveEverythingToRecovery() {
    leaveUnfinished();
    shop.recoverAfter(Duration.ofMinutes(15));
    return shop.kill().passed().size();
  }

  /** A run that dies after its charges were opened, before the gateway heard of them. */
  private void leaveUnfinished() {
    shop = RenewalShop.at("2026-01-31T16:00:00Z");
    subscribeAll();
    shop.kill()
        .after(
            "transaction",
            3,
            () -> {
              throw new Killed("after opening");
            });
    assertThatThrownBy(shop::renew).isInstanceOf(Killed.class);
    assertThat(shop.count("evergreen_charge where state = 'OPEN'")).isEqualTo(3);
    shop.kill().spare();
  }

  @Test
  void chargeWhoseAnswerGotLostIsFoundAndPaidOnce() {
    SubscriptionId id = subscribe(SandboxCard.TIMES_OUT_AFTER_CHARGING);

    RunReport report = shop.renewAt(DUE);

    assertThat(report.unknown()).isEqualTo(1);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.OPEN);
    assertThat(shop.recoverAfter(Duration.ofMinutes(4))).isZero();
    assertThat(shop.recoverAfter(Duration.ofMinutes(2))).isEqualTo(1);
    assertThat(shop.group(id).status()).isEqualTo(RenewalGroupStatus.PAID);
    shop.recoverAfter(Duration.ofMinutes(2));
    assertThat(shop.charged()).hasSize(1);
    shop.assertBooksAgree();
  }

  @Test
  void chargeThatGotLostOnItsWayIsAskedForAgainUnderTheSameKey() {
    SubscriptionId id = subscribe(SandboxCard.TIMES_OUT_BEFORE_CHARGING);
    shop.renewAt(DUE);
    assertThat(shop.charged()).isEmpty();

    shop.recoverAfter(Duration.ofMinutes(6));

    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.charged().get(0).key()).isEqualTo(shop.charges(id).get(0).key());
    assertThat(shop.charges(id)).hasSize(1);
    shop.recoverAfter(Duration.ofMinutes(2));
    shop.assertBooksAgree();
  }

  @Test
  void noNewCycleIsBilledWhileTheAnswerForTheLastOneIsOut() {
    SubscriptionId id = subscribe(SandboxCard.TIMES_OUT_AFTER_CHARGING);
    shop.renewAt(DUE);

    assertThat(shop.renewAt("2026-04-15T00:00:00Z").renewals()).isZero();
    assertThat(shop.groups(id)).hasSize(1);

    shop.recoverAfter(Duration.ZERO);
    assertThat(shop.renew().renewals()).isEqualTo(1);
    assertThat(shop.groups(id)).hasSize(2);
  }

  @Test
  void orderThatTheHostDidNotTakeIsShownAndPlacedLater() {
    SubscriptionId id = subscribe(SandboxCard.SUCCEEDS);
    shop.kill()
        .after("charge", 1, () -> shop.shop().storefront().orders().breakDown("Out of paper"));

    shop.renewAt(DUE);

    assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.group(id).order()).isEmpty();
    assertThat(shop.group(id).problem()).hasValueSatisfying(p -> assertThat(p).contains("paper"));
    assertThat(shop.get(RenewalMonitor.class).counts().unplaced()).isEqualTo(1);
    shop.shop().storefront().orders().repair();
    shop.recoverAfter(Duration.ofMinutes(2));
    assertThat(shop.group(id).order()).isPresent();
    assertThat(shop.group(id).problem()).isEmpty();
    shop.assertBooksAgree();
  }

  private SubscriptionId subscribe(SandboxCard card) {
    return shop.subscribe(shop.customer("ada"), card, shop.membership, monthly("9.90"));
  }
}
