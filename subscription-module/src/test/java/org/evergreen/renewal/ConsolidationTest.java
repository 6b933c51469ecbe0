package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.settings.GroupingRules;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ConsolidationTest {

  private static final String FIRST_DUE = "2026-02-28T16:00:00Z";
  private static final Instant LATER_DUE = Instant.parse("2026-03-03T16:00:00Z");

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final CustomerId ada = shop.customer("ada");

  /** Due on 28 February. */
  private SubscriptionId first(SandboxCard card) {
    return shop.subscribe(ada, card, shop.coffee, monthly("12.00"));
  }

  /** Due on 3 March. */
  private SubscriptionId later(SandboxCard card) {
    shop.clock().set("2026-02-03T16:00:00Z");
    return shop.subscribe(ada, card, shop.membership, monthly("9.90"));
  }

  @Test
  void whatIsDueWithinTheWindowIsPaidAlongAndKeepsItsDates() {
    shop.shop().settings(settings().window(3));
    SubscriptionId first = first(SandboxCard.SUCCEEDS);
    SubscriptionId later = later(SandboxCard.SUCCEEDS);

    shop.renewAt(FIRST_DUE);

    assertThat(shop.group(later).id()).isEqualTo(shop.group(first).id());
    assertThat(shop.charged()).hasSize(1);
    assertThat(shop.subscription(later).paidUntil())
        .contains(Instant.parse("2026-04-03T15:00:00Z"));
    assertThat(shop.subscription(later).nextPaymentAt())
        .contains(Instant.parse("2026-04-03T15:00:00Z"));
    assertThat(shop.renewAt(LATER_DUE.toString())).isEqualTo(RunReport.none());
    shop.assertBooksAgree();
  }

  @Test
  void nothingIsTakenAlongFromBeyondTheWindow() {
    shop.shop().settings(settings().window(2));
    first(SandboxCard.SUCCEEDS);
    SubscriptionId later = later(SandboxCard.SUCCEEDS);

    shop.renewAt(FIRST_DUE);

    assertThat(shop.groups(later)).isEmpty();
    assertThat(shop.subscription(later).nextPaymentAt()).contains(LATER_DUE);
  }

  @Test
  void whatWasTakenAlongOwesNothingBeforeItsDay() {
    shop.shop().settings(settings().window(7));
    SubscriptionId first = first(SandboxCard.INSUFFICIENT_FUNDS);
    SubscriptionId later = later(SandboxCard.INSUFFICIENT_FUNDS);

    shop.renewAt(FIRST_DUE);

    assertThat(shop.subscription(first).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.subscription(later).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(shop.subscription(later).nextPaymentAt()).contains(LATER_DUE);
    assertThat(shop.group(first).lines()).isNotEmpty();
    Money coffeeAlone = shop.group(first).total();
    shop.clock().set(LATER_DUE.toString());
    shop.renew();
    assertThat(shop.subscription(later).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(shop.group(later).id()).isNotEqualTo(shop.group(first).id());
    assertThat(shop.group(first).total()).isEqualTo(coffeeAlone);
    assertThat(shop.charged()).isEmpty();
    shop.assertBooksAgree();
  }

  @Test
  void trialIsNotCutShort() {
    shop.shop().settings(settings().window(7));
    first(SandboxCard.SUCCEEDS);
    shop.clock().set("2026-02-27T16:00:00Z");
    SubscriptionId trial =
        shop.subscribe(
            ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9.90").trial(3, IntervalUnit.DAY));

    shop.renewAt(FIRST_DUE);

    assertThat(shop.subscription(trial).status()).isEqualTo(SubscriptionStatus.TRIALING);
  }

  @Test
  void shopperWhoOptsOutPaysEachByItself() {
    SubscriptionId one = first(SandboxCard.SUCCEEDS);
    SubscriptionId other = shop.subscribe(ada, SandboxCard.SUCCEEDS, shop.membership, monthly("9"));
    Consolidation consolidation = shop.get(Consolidation.class);
    assertThat(consolidation.isOn(ada)).isTrue();
    consolidation.set(ada, false);

    shop.renewAt(FIRST_DUE);

    assertThat(consolidation.isOn(ada)).isFalse();
    assertThat(shop.group(one).id()).isNotEqualTo(shop.group(other).id());
    assertThat(shop.charged()).hasSize(2);
    shop.assertBooksAgree();
  }

  @Test
  void optingOutCountsOnlyWhereTheMerchantOffersIt() {
    Consolidation consolidation = shop.get(Consolidation.class);
    consolidation.set(ada, false);

    shop.shop().settings(settings().grouping(new GroupingRules(true, 0, false, 100)));

    assertThat(consolidation.isOffered()).isFalse();
    assertThat(consolidation.isOn(ada)).isTrue();
  }

  @Test
  void previewSaysWhatIsPaidTogetherAndWhen() {
    shop.shop().settings(settings().window(3));
    SubscriptionId first = first(SandboxCard.SUCCEEDS);
    SubscriptionId later = later(SandboxCard.SUCCEEDS);
    shop.discount(later, "Half", "50", 1);

    List<UpcomingGroup> together = shop.get(GroupedPreview.class).of(ada);
    List<UpcomingGroup> apart = shop.get(GroupedPreview.class).of(ada, false);

    assertThat(together)
        .containsExactly(
            new UpcomingGroup(
                Instant.parse(FIRST_DUE),
                List.of(
                    new UpcomingGroup.Part(first, Instant.parse(FIRST_DUE), usd("12.00")),
                    new UpcomingGroup.Part(later, LATER_DUE, usd("4.95"))),
                usd("16.95"),
                true));
    assertThat(apart)
        .extracting(UpcomingGroup::at)
        .containsExactly(Instant.parse(FIRST_DUE), LATER_DUE);
  }

  @Test
  void previewIsWhatTheRunDoes() {
    shop.shop().settings(settings().window(5));
    first(SandboxCard.SUCCEEDS);
    later(SandboxCard.SUCCEEDS);
    UpcomingGroup next = shop.get(GroupedPreview.class).of(ada).get(0);

    shop.clock().set(next.at().toString());
    shop.renew();

    assertThat(shop.group(next.payments().get(0).subscription()).subscriptions())
        .containsExactlyInAnyOrderElementsOf(
            next.payments().stream().map(UpcomingGroup.Part::subscription).toList());
    assertThat(Duration.between(next.at(), LATER_DUE)).isLessThan(Duration.ofDays(5));
  }

  private static Money usd(String amount) {
    return Money.parse("USD " + amount);
  }
}
