package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.settings.DunningRules.GroupDecline;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random cards of all kinds, new cards, payments and retries by hand, webhooks and deaths: no two
 * charges are ever under way for one renewal, the ladder's steps are never more than there are, no
 * cycle is paid twice, and a subscription ends once. A seed repeats its history.
 */
class DunningPropertiesTest {

  private static final int STEPS = 40;
  private static final SandboxCard[] CARDS = {
    SandboxCard.INSUFFICIENT_FUNDS,
    SandboxCard.DECLINES_RENEWALS,
    SandboxCard.EXPIRED,
    SandboxCard.LOST,
    SandboxCard.REQUIRES_AUTHENTICATION,
    SandboxCard.TIMES_OUT_AFTER_CHARGING,
    SandboxCard.TIMES_OUT_BEFORE_CHARGING,
    SandboxCard.SUCCEEDS
  };

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final List<SubscriptionId> subscriptions = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyLadderEndsOnceAndNothingIsPaidTwice(long seed) {
    Random random = new Random(seed);
    shop.shop()
        .settings(
            settings()
                .atEnd(any(random, FinalAction.values()))
                .groupDecline(any(random, GroupDecline.values()))
                .window(random.nextInt(8)));
    for (int customer = 0; customer < 4; customer++) {
      subscribe(shop.customer("customer-" + seed + "-" + customer), random);
    }
    shop.clock().advance(Duration.ofDays(27));

    for (int step = 0; step < STEPS; step++) {
      shop.clock().advance(Duration.ofHours(1 + random.nextInt(20)));
      liveUntilDeath(random);
      assertNothingIsChargedTwice();
    }
    for (int day = 0; day < 3; day++) {
      shop.clock().advance(Duration.ofDays(1));
      shop.comeBackToLife();
    }

    subscriptions.forEach(this::assertEndedAtMostOnce);
    shop.assertBooksAgree();
  }

  private void subscribe(CustomerId customer, Random random) {
    SandboxCard card = any(random, CARDS);
    for (int i = 0; i <= random.nextInt(3); i++) {
      shop.clock().advance(Duration.ofHours(random.nextInt(12)));
      boolean ships = random.nextBoolean();
      subscriptions.add(
          shop.subscribe(customer, card, ships ? shop.coffee : shop.membership, monthly("9.90")));
    }
  }

  private void liveUntilDeath(Random random) {
    shop.kill().killAt(random.nextInt(60));
    try {
      somebodyDoesSomething(random);
      shop.renew();
      shop.get(RenewalRecovery.class).recover();
    } catch (Killed death) {
      // Another process goes on before a gateway forgets its keys.
      shop.kill().spare();
      shop.recoverAfter(Duration.ofMinutes(15));
    }
    shop.kill().spare();
  }

  private void somebodyDoesSomething(Random random) {
    SubscriptionId id = subscriptions.get(random.nextInt(subscriptions.size()));
    if (shop.groups(id).isEmpty()) {
      return;
    }
    switch (random.nextInt(6)) {
      case 0 -> newCard(id, card(id, random));
      case 1 ->
          shop.get(OpenRenewals.class).pay(shop.group(id).id(), card(id, random), Actor.shopper());
      case 2 -> shop.retry(id);
      case 3 -> webhook(id, random);
      default -> {
        // Nobody does anything.
      }
    }
  }

  private PaymentMethodId card(SubscriptionId id, Random random) {
    return shop.card(shop.subscription(id).customer(), any(random, CARDS)).id();
  }

  private void newCard(SubscriptionId id, PaymentMethodId method) {
    try {
      shop.get(DetailCommands.class).payWith(Seen.any(id), Actor.shopper(), method);
    } catch (ActionRefusedException refused) {
      assertThat(refused).hasMessageNotContaining("stored");
    }
  }

  /** The shopper's bank refuses what he was to confirm. */
  private void webhook(SubscriptionId id, Random random) {
    for (Charge charge : shop.charges(id)) {
      if (charge.state() == ChargeState.ACTION_REQUIRED) {
        DeclineClass why =
            any(
                random,
                DeclineClass.TRY_LATER,
                DeclineClass.NEVER_AGAIN,
                DeclineClass.NEEDS_SHOPPER,
                DeclineClass.OUR_FAULT);
        ChargeOutcome refused =
            new ChargeOutcome.Declined("webhook", new Decline(why, "refused", "Refused."));
        ChargeResult result = new ChargeResult(charge.id(), refused);
        shop.get(ChargeSettlement.class).settle(List.of(result));
        assertThat(shop.get(ChargeSettlement.class).settle(List.of(result))).isEmpty();
      }
    }
  }

  private void assertNothingIsChargedTwice() {
    assertThat(
            shop.count(
                "(select 1 from evergreen_charge where state not in ('DECLINED', 'CANCELED')"
                    + " group by subject having count(*) > 1) twice"))
        .isZero();
    assertThat(
            shop.count(
                "(select 1 from evergreen_renewal r join evergreen_charge c"
                    + " on c.subject = 'renewal-' || r.group_id and c.state = 'SUCCEEDED'"
                    + " where r.voided_at is null"
                    + " group by r.subscription_id, r.cycle having count(*) > 1) twice"))
        .isZero();
    int steps = settings().build().dunning().ladder().size();
    assertThat(shop.count("evergreen_renewal_group where ladder_step > " + steps)).isZero();
    // An attempt at first and one at each step, apart from those that somebody asked for.
    assertThat(
            shop.count(
                "evergreen_renewal_group g where ladder_ended_at is not null and ladder_step <> "
                    + steps))
        .isZero();
  }

  private void assertEndedAtMostOnce(SubscriptionId id) {
    List<What> history = shop.history(id);
    assertThat(history.stream().filter(What.CANCELLED::equals).count()).isLessThanOrEqualTo(1);
    assertThat(history.stream().filter(What.PAUSED::equals).count()).isLessThanOrEqualTo(1);
    boolean over = shop.subscription(id).status() == SubscriptionStatus.CANCELLED;
    assertThat(history.contains(What.CANCELLED)).isEqualTo(over);
    if (over) {
      assertThat(
              shop.count(
                  "evergreen_renewal r join evergreen_renewal_group g on g.id = r.group_id"
                      + " where g.status in ('UNPAID', 'WAITING') and r.voided_at is null"
                      + " and r.subscription_id = "
                      + id.value()))
          .isZero();
    }
  }

  @SafeVarargs
  private static <T> T any(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }
}
