package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Groups of which the shopper pays a part by hand by the time of the next attempt. */
class PartlyByHandTest {

  private static final Instant DUE = Instant.parse("2026-02-28T16:00:00Z");

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");
  private SubscriptionId coffee;
  private SubscriptionId membership;

  private SubscriptionId coffee(SandboxCard card) {
    return shop.subscribe(ada, card, shop.coffee, monthly("12.00"));
  }

  private void declinedAndPartlyByHand() {
    coffee = coffee(SandboxCard.DECLINES_RENEWALS);
    membership =
        shop.subscribe(ada, SandboxCard.DECLINES_RENEWALS, shop.membership, monthly("9.90"));
    shop.renewAt(DUE.toString());
    paysByHand(membership);
  }

  private void nextStep() {
    shop.clock().advance(Duration.ofHours(12));
    shop.renew();
  }

  private void paysByHand(SubscriptionId id) {
    shop.get(DetailCommands.class).automaticRenewal(Seen.any(id), Actor.shopper(), false);
  }

  @Test
  void partThatIsPaidByHandIsNotChargedWithTheOther() {
    declinedAndPartlyByHand();
    RenewalGroupView together = shop.group(coffee);

    nextStep();

    assertThat(view(together).status()).isEqualTo(RenewalGroupStatus.CANCELED);
    assertThat(shop.charges(coffee)).hasSize(1);
    assertThat(shop.charges(coffee).get(0).amount()).isEqualTo(usd("18.70"));
    assertThat(shop.group(coffee).retryAt()).contains(DUE.plus(Duration.ofHours(24)));
    assertThat(shop.charges(membership)).isEmpty();
    assertThat(shop.group(membership).status()).isEqualTo(RenewalGroupStatus.WAITING);
    assertThat(shop.group(membership).problem()).contains(GroupOutcome.BY_HAND);
    assertThat(shop.subscription(membership).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    shop.assertBooksAgree();
  }

  @Test
  void newCardOfAPartIsNotChargedForWhatIsPaidByHand() {
    coffee = coffee(SandboxCard.EXPIRED);
    membership = shop.subscribe(ada, SandboxCard.EXPIRED, shop.membership, monthly("9.90"));
    shop.renewAt(DUE.toString());
    paysByHand(membership);
    shop.clock().advance(Duration.ofHours(2));

    newCard(coffee, SandboxCard.SUCCEEDS);
    shop.renew();

    assertThat(shop.takenByGateway()).isEqualTo(usd("18.70"));
    assertThat(shop.subscription(coffee).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(ladderAt(membership)).isEqualTo(DUE.plus(Duration.ofHours(12)));
    runHourly(Duration.ofDays(8));
    assertThat(shop.subscription(membership).status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(shop.subscription(membership).endsAt()).contains(DUE.plus(Duration.ofDays(7)));
    assertThat(shop.takenByGateway()).isEqualTo(usd("18.70"));
    shop.assertBooksAgree();
  }

  @Test
  void severalThatAreChargedStayTogetherWhenAnotherIsPaidByHand() {
    coffee = coffee(SandboxCard.DECLINES_RENEWALS);
    SubscriptionId another = coffee(SandboxCard.DECLINES_RENEWALS);
    membership =
        shop.subscribe(ada, SandboxCard.DECLINES_RENEWALS, shop.membership, monthly("9.90"));
    shop.credit(another, "2.00");
    shop.discount(membership, "Ten", "10", 1);
    shop.renewAt(DUE.toString());
    paysByHand(membership);

    nextStep();

    assertThat(shop.group(coffee).id()).isEqualTo(shop.group(another).id());
    assertThat(shop.group(membership).id()).isNotEqualTo(shop.group(another).id());
    assertThat(shop.group(coffee).credit()).isEqualTo(Money.parse("USD 2.00"));
    assertThat(shop.paymentsLeft(membership, "Ten")).isZero();
    shop.assertBooksAgree();
  }

  @Test
  void partsThatNeverFailedAreSplitToo() {
    coffee = shop.subscribe(shop.order(ada).with(shop.coffee, 1, monthly("12.00")));
    membership = shop.subscribe(shop.order(ada).with(shop.membership, 1, monthly("9.90")));
    shop.renewAt(DUE.toString());
    assertThat(shop.group(coffee).id()).isEqualTo(shop.group(membership).id());
    paysByHand(membership);

    newCard(coffee, SandboxCard.SUCCEEDS);
    shop.renew();

    assertThat(shop.takenByGateway()).isEqualTo(usd("18.70"));
    assertThat(shop.group(membership).status()).isEqualTo(RenewalGroupStatus.WAITING);
    assertThat(shop.group(membership).retryAt()).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void hostThatCannotPriceThePartsForNowPutsTheSplitOff() {
    declinedAndPartlyByHand();
    shop.breakQuotesOf(shop.subscription(coffee).lines().get(0).sku());

    nextStep();

    assertThat(shop.group(coffee).id()).isEqualTo(shop.group(membership).id());
    assertThat(shop.charges(coffee)).hasSize(1);
    assertThat(shop.group(coffee).problem())
        .contains("It could not be priced in parts just now; it is tried again.");
    assertThat(ladderAt(coffee)).isEqualTo(DUE.plus(Duration.ofHours(12)));
    shop.breakQuotesOf();
    runHourly(Duration.ofHours(1));
    assertThat(shop.group(coffee).id()).isNotEqualTo(shop.group(membership).id());
    assertThat(shop.charges(coffee)).hasSize(1);
    assertThat(shop.group(coffee).retryAt()).isPresent();
    shop.assertBooksAgree();
  }

  @Test
  void splitThatCannotBePricedForADayIsLeftToTheShopper() {
    declinedAndPartlyByHand();
    shop.breakQuotesOf(shop.subscription(coffee).lines().get(0).sku());
    nextStep();

    runHourly(Duration.ofHours(23));
    assertThat(ladderAt(coffee)).isEqualTo(DUE.plus(Duration.ofHours(12)));
    runHourly(Duration.ofHours(6));

    assertThat(shop.charges(coffee)).hasSize(1);
    assertThat(shop.group(coffee).problem()).contains(GroupOutcome.BY_HAND);
    assertThat(ladderAt(coffee)).isAfter(DUE.plus(Duration.ofHours(36)));
  }

  @Test
  void shopperPaysTheWholeGroupWithTheMethodThatHeChooses() {
    declinedAndPartlyByHand();

    OnDemandResult result =
        shop.get(OpenRenewals.class)
            .pay(
                shop.group(coffee).id(),
                shop.card(ada, SandboxCard.SUCCEEDS).id(),
                Actor.shopper());

    assertThat(result).isInstanceOf(OnDemandResult.Paid.class);
    assertThat(shop.takenByGateway()).isEqualTo(usd("29.59"));
    shop.assertBooksAgree();
  }

  private void newCard(SubscriptionId id, SandboxCard card) {
    shop.get(DetailCommands.class)
        .payWith(Seen.any(id), Actor.shopper(), shop.card(ada, card).id());
  }

  private void runHourly(Duration time) {
    for (int hour = 0; hour < time.toHours(); hour++) {
      shop.clock().advance(Duration.ofHours(1));
      shop.renew();
    }
  }

  private RenewalGroupView view(RenewalGroupView group) {
    return shop.get(RenewalMonitor.class).of(group.id()).orElseThrow();
  }

  private Instant ladderAt(SubscriptionId id) {
    return shop.shop()
        .jdbc()
        .queryForObject(
            "select ladder_at from evergreen_renewal_group where id = ?",
            Timestamp.class,
            shop.group(id).id().value())
        .toInstant();
  }
}
