package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.DunningRules.GroupDecline;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GroupDeclineTest {

  private static final Instant DUE = Instant.parse("2026-02-28T16:00:00Z");

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  private SubscriptionId coffee(SandboxCard card) {
    return shop.subscribe(ada, card, shop.coffee, monthly("12.00"));
  }

  private SubscriptionId membership(SandboxCard card) {
    return shop.subscribe(ada, card, shop.membership, monthly("9.90"));
  }

  private void retriesApart() {
    shop.shop().settings(settings().groupDecline(GroupDecline.APART));
  }

  private void nextStep() {
    shop.clock().advance(Duration.ofHours(12));
    shop.renew();
  }

  @Test
  void declinedGroupIsRetriedAsAWhole() {
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE.toString());

    nextStep();

    assertThat(shop.group(coffee).id()).isEqualTo(shop.group(membership).id());
    assertThat(shop.charges(coffee)).hasSize(2);
  }

  @Test
  void whereTheMerchantWantsItEachIsChargedAloneAtTheNextStep() {
    retriesApart();
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.credit(coffee, "2.00");
    shop.discount(membership, "Ten", "10", 1);
    shop.renewAt(DUE.toString());
    RenewalGroupView together = shop.group(coffee);

    nextStep();

    assertThat(shop.group(coffee).id()).isNotEqualTo(shop.group(membership).id());
    assertThat(shop.group(coffee).total().plus(shop.group(membership).total()))
        .isEqualTo(together.total());
    assertThat(shop.group(coffee).credit()).isEqualTo(Money.parse("USD 2.00"));
    assertThat(shop.group(membership).credit()).isEqualTo(Money.parse("USD 0.00"));
    assertThat(shop.paymentsLeft(membership, "Ten")).isZero();
    assertThat(shop.get(RenewalMonitor.class).of(together.id()).orElseThrow().status())
        .isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.group(coffee).retryAt()).contains(DUE.plus(Duration.ofHours(24)));
    shop.assertBooksAgree();
  }

  @Test
  void ladderOfAPartGoesOnWhereTheGroupsStood() {
    retriesApart();
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE.toString());

    for (int hour = 0; hour < 24 * 8; hour++) {
      shop.clock().advance(Duration.ofHours(1));
      shop.renew();
    }

    for (SubscriptionId id : List.of(coffee, membership)) {
      assertThat(shop.charges(id)).hasSize(5);
      assertThat(shop.subscription(id).status()).isEqualTo(SubscriptionStatus.CANCELLED);
      assertThat(shop.subscription(id).endsAt()).contains(DUE.plus(Duration.ofDays(7)));
    }
  }

  @Test
  void partWhoseCardIsReplacedIsPaidAndTheOtherStaysOwed() {
    retriesApart();
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE.toString());
    nextStep();

    shop.get(DetailCommands.class)
        .payWith(Seen.any(membership), Actor.shopper(), shop.card(ada, SandboxCard.SUCCEEDS).id());
    shop.renew();

    assertThat(shop.group(membership).status()).isEqualTo(RenewalGroupStatus.PAID);
    assertThat(shop.subscription(membership).nextPaymentAt())
        .contains(Instant.parse("2026-03-31T15:00:00Z"));
    assertThat(shop.group(coffee).status()).isEqualTo(RenewalGroupStatus.UNPAID);
    shop.assertBooksAgree();
  }

  @Test
  void groupOfWhichAPartHasNoPriceIsRetriedAsAWhole() {
    retriesApart();
    SubscriptionId coffee = coffee(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId membership = membership(SandboxCard.INSUFFICIENT_FUNDS);
    shop.renewAt(DUE.toString());
    SkuId vanished = shop.subscription(coffee).lines().get(0).sku();
    shop.breakQuotesOf(vanished);

    nextStep();

    assertThat(shop.group(coffee).id()).isEqualTo(shop.group(membership).id());
    assertThat(shop.charges(coffee)).hasSize(2);
    assertThat(shop.count("evergreen_parked_renewal")).isZero();
  }
}
